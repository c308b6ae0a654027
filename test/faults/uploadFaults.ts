import { deflateSync } from "node:zlib";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { otherFormats } from "../unit/image/otherFormats.ts";
import { assemble, chunk, headerData } from "../unit/image/png/writePng.ts";
import { type Post, seven } from "./known.ts";

/** An upload that cannot be served, and the answer. */
export interface UploadFault {
  fault: string;
  /** What it breaks, or what the answer follows. */
  clause: string;
  send(post: Post): Promise<Response>;
  status: number;
  message: RegExp;
}

const { maxParts, maxSide } = defaultLimits;

/** A multipart body, its parts given by name and content. */
export function form(
  ...parts: [name: string, content: Uint8Array<ArrayBuffer> | string][]
): FormData {
  const body = new FormData();
  for (const [name, content] of parts) {
    body.append(name, typeof content === "string" ? content : new File([content], "7.png"));
  }
  return body;
}

/** An upload of so many notes, and a digit behind them. */
export function notes(count: number): FormData {
  return form(...Array.from({ length: count }, (): [string, string] => ["note", "x"]), [
    "file",
    seven,
  ]);
}

/** Posts a body as it stands, with the boundary b. */
export function postMultipart(post: Post, body: string, type = "multipart/form-data; boundary=b") {
  return post(body, { "Content-Type": type });
}

const asPng = (post: Post, body: Uint8Array<ArrayBuffer>) =>
  post(body, { "Content-Type": "image/png" });

/** A grey image, all black. */
function black(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = headerData({ width, height, depth: 8, colourType: 0 });
  const rows = deflateSync(Buffer.alloc((1 + width) * height));
  const chunks = [chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", [])];
  return new Uint8Array(assemble(chunks));
}

const large = black(4096, 2048);
const FILE = 'Content-Disposition: form-data; name="file"';

export const uploadFaults: UploadFault[] = [
  ...otherFormats.map(([name, start, message]) => ({
    fault: `a file of ${name}, labelled PNG`,
    clause: "PNG, 5.2",
    send: (post: Post) =>
      asPng(post, new Uint8Array(Buffer.from(start.padEnd(500, "."), "latin1"))),
    status: 400,
    message,
  })),
  {
    fault: "a text labelled PNG",
    clause: "PNG, 5.2",
    send: (post) => asPng(post, new Uint8Array(Buffer.from("seven"))),
    status: 400,
    message: /not a PNG or JPEG/,
  },
  {
    fault: "an empty file",
    clause: "PNG, 5.2",
    send: (post) => post(form(["file", new Uint8Array()])),
    status: 400,
    message: /empty: 0 bytes/,
  },
  {
    fault: "no part at all",
    clause: "RFC 7578, 4.2",
    send: (post) => postMultipart(post, "--b--"),
    status: 400,
    message: /no image/,
  },
  {
    fault: "no part of the name",
    clause: "RFC 7578, 4.2",
    send: (post) => post(form(["picture", seven])),
    status: 400,
    message: /part `file`/,
  },
  {
    fault: "a file's name in place of the file",
    clause: "RFC 7578, 4.2",
    send: (post) => post(form(["file", "7.png"])),
    status: 400,
    message: /with the @/,
  },
  {
    fault: "no boundary",
    clause: "RFC 7578, 4.1",
    send: (post) => postMultipart(post, "x", "multipart/form-data"),
    status: 400,
    message: /no boundary/,
  },
  {
    fault: "a boundary of 71 characters",
    clause: "RFC 2046, 5.1.1",
    send: (post) => postMultipart(post, "x", `multipart/form-data; boundary=${"b".repeat(71)}`),
    status: 400,
    message: /1 to 70/,
  },
  {
    fault: "a boundary that does not come",
    clause: "RFC 2046, 5.1.1",
    send: (post) => postMultipart(post, "x"),
    status: 400,
    message: /closing boundary/,
  },
  {
    fault: "a part cut short",
    clause: "RFC 2046, 5.1.1",
    send: (post) => postMultipart(post, `--b\r\n${FILE}\r\n\r\nabc`),
    status: 400,
    message: /closing boundary/,
  },
  {
    fault: "headers without an end",
    clause: "RFC 2046, 5.1.1",
    send: (post) => postMultipart(post, `--b\r\n${FILE}`),
    status: 400,
    message: /blank line/,
  },
  {
    fault: "600,000 header lines",
    clause: "RFC 2046, 5.1",
    send: (post) => postMultipart(post, `--b\r\n${"a:b\r\n".repeat(6e5)}`),
    status: 400,
    message: /8192 bytes/,
  },
  {
    fault: "a part without a name",
    clause: "RFC 7578, 4.2",
    send: (post) => postMultipart(post, "--b\r\nx: y\r\n\r\n1\r\n--b--"),
    status: 400,
    message: /with a name/,
  },
  {
    fault: "1,000 parts",
    clause: "MAX_PARTS",
    send: (post) => post(notes(999)),
    status: 400,
    message: /over 64 parts/,
  },
  {
    fault: "one part too many",
    clause: "MAX_PARTS",
    send: (post) => post(notes(maxParts)),
    status: 400,
    message: /over 64 parts/,
  },
  {
    fault: "one bad image of two",
    clause: "PNG, 5.3",
    send: (post) => post(form(["file", seven], ["image", large.slice(0, 99)])),
    status: 400,
    message: /^Image 2 of 2: /,
  },
  {
    fault: "too many pixels in two images",
    clause: "MAX_PIXELS",
    send: (post) => post(form(["file", seven], ["file", large])),
    status: 413,
    message: /^Image 2 of 2: .*8388608/,
  },
  {
    fault: "an image too wide",
    clause: "MAX_SIDE",
    send: (post) => asPng(post, black(maxSide + 1, 1)),
    status: 413,
    message: /16385×1 .* 16384/,
  },
  {
    fault: "JSON without an image",
    clause: "RFC 8259, 4",
    send: (post) => post("{}", { "Content-Type": "application/json" }),
    status: 400,
    message: /image is missing/,
  },
  {
    fault: "JSON with a URL",
    clause: "RFC 4648, 3.3",
    send: (post) =>
      post('{"image":"http://localhost/7.png"}', { "Content-Type": "application/json" }),
    status: 400,
    message: /fetches nothing/,
  },
  {
    fault: "a data URL that is not base64",
    clause: "RFC 2397, 2",
    send: (post) => post("data:image/png;base64,<script>", { "Content-Type": "text/plain" }),
    status: 400,
    message: /not valid base64/,
  },
  {
    fault: "a form in which no file was chosen",
    clause: "HTML, 4.10.21.8",
    send: (post) => postMultipart(post, `--b\r\n${FILE}; filename=""\r\n\r\n\r\n--b--\r\n`),
    status: 400,
    message: /no image/,
  },
  {
    fault: "lines that end in LF in one place",
    clause: "RFC 2046, 5.1.1",
    send: (post) => postMultipart(post, `--b\r\n${FILE}\r\n\r\nabc\n--b--\r\n`),
    status: 400,
    message: /closing boundary/,
  },
  {
    fault: "a text",
    clause: "RFC 9110, 15.5.16",
    send: (post) => post("seven", { "Content-Type": "text/plain" }),
    status: 415,
    message: /not an image/,
  },
  {
    fault: "a web form",
    clause: "RFC 9110, 15.5.16",
    send: (post) => post(new URLSearchParams("file=7.png")),
    status: 415,
    message: /-F file=@/,
  },
];
