import { gzipSync } from "node:zlib";
import { defaultLimits } from "../../worker/settings/limits.ts";

/** A request that cannot be served, and the answer. */
export interface HttpFault {
  fault: string;
  /** What it breaks, or what the answer follows. */
  clause: string;
  /** The bytes of the request. */
  sent: (string | Uint8Array)[];
  status: number;
  /** What the message, or the server's own text, has to match. */
  message: RegExp;
  allow?: string;
}

const { maxBodyBytes } = defaultLimits;

/** The head of a request; a body may follow. */
export function head(line: string, ...headers: string[]): string {
  return `${[`${line} HTTP/1.1`, "Host: localhost", ...headers].join("\r\n")}\r\n\r\n`;
}

/** The head of a request to /model/predict. */
export function predict(...headers: string[]): string {
  return head("POST /model/predict", ...headers);
}

/** A body in 65 chunks, each of a 64th of what is taken. */
const chunked = Array(65).fill([
  `${(maxBodyBytes / 64).toString(16)}\r\n`,
  new Uint8Array(maxBodyBytes / 64),
  "\r\n",
]);

const cutShort = gzipSync("seven").subarray(0, -9);
const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024));

/** What the Worker answers. */
export const httpFaults: HttpFault[] = [
  {
    fault: "no body",
    clause: "RFC 9110, 6.4",
    sent: [predict()],
    status: 400,
    message: /empty/,
  },
  {
    fault: "a body of 0 bytes",
    clause: "RFC 9110, 8.6",
    sent: [predict("Content-Length: 0")],
    status: 400,
    message: /empty/,
  },
  {
    fault: "a Content-Length over the limit; answered before any of the body",
    clause: "RFC 9110, 15.5.14",
    sent: [predict(`Content-Length: ${maxBodyBytes + 1}`)],
    status: 413,
    message: /6291456/,
  },
  {
    fault: "chunks over the limit; answered before the last of them",
    clause: "RFC 9112, 7.1",
    sent: [predict("Transfer-Encoding: chunked"), ...chunked.flat()],
    status: 413,
    message: /6291456/,
  },
  {
    fault: "a chunk size that is not a number",
    clause: "RFC 9112, 7.1",
    sent: [predict("Transfer-Encoding: chunked"), "zz\r\n"],
    status: 400,
    message: /broke off/,
  },
  {
    fault: "chunks over the limit, announced as 5 bytes",
    clause: "RFC 9112, 6.3",
    sent: [predict("Content-Length: 5", "Transfer-Encoding: chunked"), ...chunked.flat()],
    status: 413,
    message: /6291456/,
  },
  {
    fault: "Content-Length beside chunks, which hold",
    clause: "RFC 9112, 6.3",
    sent: [predict("Content-Length: 5", "Transfer-Encoding: chunked"), "0\r\n\r\n"],
    status: 400,
    message: /empty/,
  },
  {
    fault: "a body compressed with Brotli",
    clause: "RFC 9110, 15.5.16",
    sent: [predict("Content-Encoding: br", "Content-Length: 0")],
    status: 415,
    message: /gzip or deflate/,
  },
  {
    fault: "a body that is not gzip as it says",
    clause: "RFC 9110, 8.4.1",
    sent: [predict("Content-Encoding: gzip", "Content-Length: 5"), "seven"],
    status: 400,
    message: /not valid gzip/,
  },
  {
    fault: "gzip cut short",
    clause: "RFC 1952, 2.3.1",
    sent: [predict("Content-Encoding: gzip", `Content-Length: ${cutShort.length}`), cutShort],
    status: 400,
    message: /not valid gzip/,
  },
  {
    fault: "256 MB in 260 KB of gzip",
    clause: "RFC 9110, 15.5.14",
    sent: [predict("Content-Encoding: gzip", `Content-Length: ${bomb.length}`), bomb],
    status: 413,
    message: /6291456 bytes once decompressed/,
  },
  ...["GET", "PUT", "DELETE", "PATCH", "TRACE"].map((method) => ({
    fault: `${method} of a POST route`,
    clause: "RFC 9110, 15.5.6",
    sent: [head(`${method} /model/predict`, "Content-Length: 0")],
    status: 405,
    message: /takes POST/,
    allow: "POST, OPTIONS",
  })),
  {
    fault: "POST of a GET route",
    clause: "RFC 9110, 15.5.6",
    sent: [head("POST /model/metadata", "Content-Length: 0")],
    status: 405,
    message: /takes GET/,
    allow: "GET, HEAD, OPTIONS",
  },
  ...[
    ["OPTIONS *", "RFC 9110, 9.3.7", "OPTIONS *"],
    ["an unknown path", "RFC 9110, 15.5.5", "GET /model/nothing"],
    ["a path in other case", "RFC 3986, 6.2.2.1", "POST /Model/Predict"],
    ["a path with empty segments", "RFC 3986, 3.3", "GET //model//metadata"],
    ["a path that climbs", "RFC 3986, 5.2.4", "GET /model/../../etc/passwd"],
    ["a path of 8,000 characters", "RFC 9110, 4.1", `GET /${"a".repeat(8000)}`],
    ["broken percent escapes", "RFC 3986, 2.1", "GET /model/%zz%E0%A4%A%"],
    ["an escaped NUL in a path", "RFC 3986, 2.1", "GET /model/metadata%00"],
  ].map(([fault, clause, line]) => ({
    fault,
    clause,
    sent: [head(line, "Content-Length: 0")],
    status: 404,
    message: /nothing here/,
  })),
  {
    fault: "a path of 60,000 characters, all broken escapes",
    clause: "RFC 9110, 15.5.15",
    sent: [head(`GET /${"%E0".repeat(20_000)}`)],
    status: 414,
    message: /8192 characters/,
  },
  ...[
    ["a Host that is not a URL's", "<"],
    ["a Host with a path and a query", "x/model/labels?"],
    ["a Host with a user", "user@x"],
    ["a Host with a fragment", "x#"],
    ["a Host with a backslash", "x\\model\\labels?"],
    ["a Host with a space", "x y"],
    ["a Host whose port is no port", "x:99999"],
    ["a Host of half an address", "[::1"],
    ["a Host of no address", "[::1::2]"],
  ].map(([fault, host]) => ({
    fault,
    clause: "RFC 9112, 3.2",
    sent: [`GET /health HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    status: 400,
    message: /Host header/,
  })),
];

/** What workerd answers by itself, in plain text; no Worker learns of these. */
export const serverFaults: HttpFault[] = [
  ...[
    ["a Content-Length that is not a number", "abc"],
    ["a negative Content-Length", "-5"],
    ["a Content-Length of 23 digits", "9".repeat(23)],
    ["two different Content-Lengths", "5\r\nContent-Length: 6"],
  ].map(([fault, value]) => ({
    fault,
    clause: "RFC 9112, 6.3",
    sent: [predict(`Content-Length: ${value}`)],
    status: 400,
    message: /content-length/,
  })),
  {
    fault: "a path of 200 kB",
    clause: "RFC 9110, 15.5.15",
    sent: [head(`GET /${"a".repeat(200_000)}`)],
    status: 414,
    message: /too long/,
  },
  {
    fault: "an unknown method",
    clause: "RFC 9110, 15.6.2",
    sent: [head("BREW /model/predict")],
    status: 501,
    message: /method/,
  },
  {
    fault: "CONNECT",
    clause: "RFC 9110, 9.3.6",
    sent: [head("CONNECT localhost:80")],
    status: 500,
    message: /Internal/,
  },
  {
    fault: "a request line without a version",
    clause: "RFC 9112, 3",
    sent: ["GET /model/metadata\r\n\r\n"],
    status: 400,
    message: /URI/,
  },
  {
    fault: "text that is not HTTP",
    clause: "RFC 9112, 3",
    sent: ["hello\r\n\r\n"],
    status: 400,
    message: /method/,
  },
  {
    fault: "a TLS handshake",
    clause: "RFC 9112, 3",
    sent: ["\x16\x03\x01\x02\x00"],
    status: 400,
    message: /method/,
  },
  {
    fault: "a NUL in a header",
    clause: "RFC 9110, 5.5",
    sent: [head("GET /model/metadata", "X: a\0b")],
    status: 400,
    message: /header/,
  },
  {
    fault: "no Host",
    clause: "RFC 9112, 3.2",
    sent: ["GET /model/metadata HTTP/1.1\r\n\r\n"],
    status: 400,
    message: /Bad Request/,
  },
];
