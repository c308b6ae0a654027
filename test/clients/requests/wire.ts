import { seven } from "../../faults/known.ts";

/** What a client sends by default to POST /model/predict or /model/read, as it puts it on the wire. */
export interface ClientRequest {
  client: string;
  call: string;
  /** What is particular about it. */
  sends: string;
  method?: string;
  headers: string[];
  body: Uint8Array;
  /** 200 where none is given. */
  status?: number;
  /** What the answer's message has to match, where it is an error. */
  message?: RegExp;
}

/** The picture that the clients send, samples/7.png, in base64. */
export const base64: string = seven.toString("base64");
export const dataUrl = `data:image/png;base64,${base64}`;

export const WEB_FORM = "Content-Type: application/x-www-form-urlencoded";

/** The header of a form whose parts this boundary separates. */
export const multipart = (boundary: string): string =>
  `Content-Type: multipart/form-data; boundary=${boundary}`;

/** A form's body of parts, each of its headers and content. */
export function form(
  boundary: string,
  ...parts: [headers: string[], content: Uint8Array][]
): Buffer {
  return Buffer.concat([
    ...parts.flatMap(([headers, content]) => [
      Buffer.from(`--${boundary}\r\n${headers.join("\r\n")}\r\n\r\n`),
      content,
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

/** The header of a form's part. */
export const disposition = (parameters: string): string =>
  `Content-Disposition: form-data; ${parameters}`;
export const FILE = disposition('name="file"; filename="7.png"');
export const PNG = "Content-Type: image/png";
export const OCTETS = "Content-Type: application/octet-stream";

/** A body in chunks. */
export function chunked(...pieces: Uint8Array[]): Buffer {
  return Buffer.concat([
    ...pieces.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from("\r\n"),
    ]),
    Buffer.from("0\r\n\r\n"),
  ]);
}
