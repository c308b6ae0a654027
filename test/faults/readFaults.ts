import { deflateSync } from "node:zlib";
import { assemble, chunk, headerData } from "../unit/image/png/writePng.ts";
import { seven } from "./known.ts";

/** A request to /model/read, beside those of every upload, that cannot be served, and the answer. */
export interface ReadFault {
  fault: string;
  /** What it breaks, or what the answer follows. */
  clause: string;
  query: string;
  body: BodyInit;
  status: number;
  message: RegExp;
}

const THRESHOLD = /threshold is a number from 0 to 1, such as 0\.5/;

/** A sheet on which nothing is written. */
function white(side: number): Uint8Array<ArrayBuffer> {
  const header = headerData({ width: side, height: side, depth: 1, colourType: 0 });
  const rows = Buffer.alloc((1 + side / 8) * side, 255);
  for (let y = 0; y < side; y++) rows[y * (1 + side / 8)] = 0;
  const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", [])];
  return new Uint8Array(assemble(chunks));
}

/** A form with a digit and a threshold. */
function form(threshold: string): FormData {
  const body = new FormData();
  body.append("file", new Blob([seven]));
  body.append("threshold", threshold);
  return body;
}

export const readFaults: ReadFault[] = [
  {
    fault: "a sheet on which nothing is written",
    clause: "RFC 9110, 15.5.21",
    query: "",
    body: white(256),
    status: 422,
    message: /no digit/i,
  },
  {
    fault: "a threshold over 1",
    clause: "RFC 9110, 15.5.1",
    query: "?threshold=50",
    body: seven,
    status: 400,
    message: THRESHOLD,
  },
  {
    fault: "a threshold of a form that is not a number",
    clause: "RFC 9110, 15.5.1",
    query: "",
    body: form("half"),
    status: 400,
    message: THRESHOLD,
  },
  {
    fault: "a threshold in the query and in the form",
    clause: "RFC 9110, 15.5.1",
    query: "?threshold=0.5",
    body: form("0.5"),
    status: 400,
    message: /threshold is given more than once/,
  },
];
