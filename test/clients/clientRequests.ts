import { seven } from "../faults/known.ts";

/*
 * What clients send by default to POST /model/predict or /model/read, as they put it on the wire: captured from
 * them, or, where "by its source" is noted, written after it. Host and Content-Length come from the
 * test.
 */

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

const base64 = seven.toString("base64");
const dataUrl = `data:image/png;base64,${base64}`;

const WEB_FORM = "Content-Type: application/x-www-form-urlencoded";
const multipart = (boundary: string) => `Content-Type: multipart/form-data; boundary=${boundary}`;

/** A form's body of parts, each of its headers and content. */
function form(boundary: string, ...parts: [headers: string[], content: Uint8Array][]): Buffer {
  return Buffer.concat([
    ...parts.flatMap(([headers, content]) => [
      Buffer.from(`--${boundary}\r\n${headers.join("\r\n")}\r\n\r\n`),
      content,
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

const disposition = (parameters: string) => `Content-Disposition: form-data; ${parameters}`;
const FILE = disposition('name="file"; filename="7.png"');
const PNG = "Content-Type: image/png";
const OCTETS = "Content-Type: application/octet-stream";

/** A body in chunks. */
function chunked(...pieces: Uint8Array[]): Buffer {
  return Buffer.concat([
    ...pieces.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from("\r\n"),
    ]),
    Buffer.from("0\r\n\r\n"),
  ]);
}

const CURL = ["User-Agent: curl/7.88.1", "Accept: */*"];
const REQUESTS = [
  "User-Agent: python-requests/2.28.1",
  "Accept-Encoding: gzip, deflate, br",
  "Accept: */*",
  "Connection: keep-alive",
];
const CHROME = [
  "Origin: http://localhost:5000",
  "Sec-Fetch-Mode: navigate",
  "Accept: text/html,*/*",
];
const FETCH = [
  "connection: keep-alive",
  "accept: */*",
  "accept-language: *",
  "sec-fetch-mode: cors",
  "user-agent: node",
  "accept-encoding: gzip, deflate",
];
const AXIOS = [
  "Accept: application/json, text/plain, */*",
  "User-Agent: axios/1.21.1",
  "Accept-Encoding: gzip, compress, deflate, br",
  "Connection: keep-alive",
];
const JAVA = [
  "Connection: Upgrade, HTTP2-Settings",
  "HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA",
  "Upgrade: h2c",
  "User-Agent: Java-http-client/17.0.15",
];
const GO = ["User-Agent: Go-http-client/1.1", "Accept-Encoding: gzip"];

const CURL_BOUNDARY = "------------------------188b179fde42b475";
const REQUESTS_BOUNDARY = "ff8e0f481806486383f3f31bf01dce2e";
const CHROME_BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW1";
const FIREFOX_BOUNDARY = "----geckoformboundary6f2d1c9b7a115f3c1e5e1d2b4c7e9a0f";
const UNDICI_BOUNDARY = "----formdata-undici-037699842953";
const AXIOS_BOUNDARY = "axios-1.21.1-boundary-abpEyigcdT_puWJRXxzTdUL6u";
const FORM_DATA_BOUNDARY = "--------------------------f87fba4f303000742d066eb4";
const DOTNET_BOUNDARY = "3f1b2c4d-8a7e-4f6b-9c0d-1e2f3a4b5c6d";
const GO_BOUNDARY = "5f3c1e5e1d2b4c7e9a0f2f6d1c9b7a115f3c1e5e1d2b4c7e9a0f2f6d1c9b";

export const clientRequests: ClientRequest[] = [
  {
    client: "curl",
    call: "`-F file=@7.png`",
    sends: "a form",
    headers: [...CURL, multipart(CURL_BOUNDARY)],
    body: form(CURL_BOUNDARY, [[FILE, PNG], seven]),
  },
  {
    client: "curl",
    call: "`--data-binary @7.png`",
    sends: "an image as a web form",
    headers: [...CURL, WEB_FORM],
    body: seven,
  },
  {
    client: "curl",
    call: "`-d @7.png`",
    sends: "what stands before the first NUL, without CR and LF",
    headers: [...CURL, WEB_FORM],
    body: Buffer.from("\x89PNG\x1a", "latin1"),
    status: 415,
    message: /--data-binary @digit\.png, or -F file=@/,
  },
  {
    client: "curl",
    call: "`-T 7.png`",
    sends: "PUT",
    method: "PUT",
    headers: CURL,
    body: seven,
    status: 405,
    message: /takes POST/,
  },
  {
    client: "curl",
    call: "`--json @7.json`",
    sends: "JSON",
    headers: [
      "User-Agent: curl/7.88.1",
      "Content-Type: application/json",
      "Accept: application/json",
    ],
    body: Buffer.from(JSON.stringify({ image: base64 })),
  },
  {
    client: "requests",
    call: '`files={"file": file}`',
    sends: "a part without a type",
    headers: [...REQUESTS, multipart(REQUESTS_BOUNDARY)],
    body: form(REQUESTS_BOUNDARY, [[FILE], seven]),
  },
  {
    client: "requests",
    call: "`data=file`",
    sends: "no type",
    headers: REQUESTS,
    body: seven,
  },
  {
    client: "requests",
    call: "`data=generator`",
    sends: "chunks, no type",
    headers: [...REQUESTS, "Transfer-Encoding: chunked"],
    body: chunked(seven.subarray(0, 100), seven.subarray(100)),
  },
  {
    client: "requests",
    call: '`data={"image": data_url}`',
    sends: "a web form with a data URL",
    headers: [...REQUESTS, WEB_FORM],
    body: Buffer.from(`image=${encodeURIComponent(dataUrl)}`),
  },
  {
    client: "requests",
    call: '`json={"image": base64}`',
    sends: "JSON",
    headers: [...REQUESTS, "Content-Type: application/json"],
    body: Buffer.from(JSON.stringify({ image: base64 })),
  },
  {
    client: "urllib",
    call: "`Request(url, data=png)`",
    sends: "an image as a web form",
    headers: [
      "Accept-Encoding: identity",
      WEB_FORM,
      "User-Agent: Python-urllib/3.11",
      "Connection: close",
    ],
    body: seven,
  },
  {
    client: "Chrome",
    call: "a form with two file inputs, one left empty",
    sends: "an empty part, by the HTML Standard",
    headers: [...CHROME, multipart(CHROME_BOUNDARY)],
    body: form(
      CHROME_BOUNDARY,
      [[FILE, PNG], seven],
      [[disposition('name="file"; filename=""'), OCTETS], new Uint8Array()],
    ),
  },
  {
    client: "Chrome",
    call: "the same form, both left empty",
    sends: "empty parts",
    headers: [...CHROME, multipart(CHROME_BOUNDARY)],
    body: form(CHROME_BOUNDARY, [
      [disposition('name="file"; filename=""'), OCTETS],
      new Uint8Array(),
    ]),
    status: 400,
    message: /There is no image/,
  },
  {
    client: "Firefox",
    call: '`FormData` with a file of the name `7".png`',
    sends: "%22, by the HTML Standard",
    headers: [...CHROME, multipart(FIREFOX_BOUNDARY)],
    body: form(FIREFOX_BOUNDARY, [[disposition('name="file"; filename="7%22.png"'), PNG], seven]),
  },
  {
    client: "fetch of undici",
    call: "`FormData` with a Blob",
    sends: "a file of the name blob",
    headers: [...FETCH, multipart(UNDICI_BOUNDARY)],
    body: form(UNDICI_BOUNDARY, [[disposition('name="file"; filename="blob"'), PNG], seven]),
  },
  {
    client: "fetch of undici",
    call: "`FormData` with a File without a name",
    sends: "no file name, by its source",
    headers: [...FETCH, multipart(UNDICI_BOUNDARY)],
    body: form(UNDICI_BOUNDARY, [[disposition('name="file"'), OCTETS], seven]),
  },
  {
    client: "fetch of undici",
    call: "`body: bytes`",
    sends: "no type",
    headers: FETCH,
    body: seven,
  },
  {
    client: "fetch",
    call: "`body: canvas.toDataURL()`",
    sends: "a data URL as text",
    headers: [...FETCH, "content-type: text/plain;charset=UTF-8"],
    body: Buffer.from(dataUrl),
  },
  {
    client: "undici",
    call: "`request(url, { body: bytes })`",
    sends: "no type",
    headers: ["connection: keep-alive"],
    body: seven,
  },
  {
    client: "axios",
    call: "`post(url, buffer)`",
    sends: "an image as a web form",
    headers: [...AXIOS, WEB_FORM],
    body: seven,
  },
  {
    client: "axios",
    call: "`post(url, formData)`",
    sends: "a form",
    headers: [...AXIOS, multipart(AXIOS_BOUNDARY)],
    body: form(AXIOS_BOUNDARY, [[FILE, PNG], seven]),
  },
  {
    client: "axios",
    call: "`postForm(url, { file: buffer })`",
    sends: "a part without a file name",
    headers: [...AXIOS, multipart(FORM_DATA_BOUNDARY)],
    body: form(FORM_DATA_BOUNDARY, [[disposition('name="file"'), OCTETS], seven]),
  },
  {
    client: "axios",
    call: "`postForm(url, input.files)`",
    sends: "a part of the name `files[]`",
    headers: [...AXIOS, multipart(CHROME_BOUNDARY)],
    body: form(CHROME_BOUNDARY, [[disposition('name="files[]"; filename="7.png"'), PNG], seven]),
    status: 400,
    message: /as part `file`/,
  },
  {
    client: "HttpClient of .NET",
    call: "`MultipartFormDataContent`",
    sends: "a quoted boundary and names without quotes, by its source",
    headers: [multipart(`"${DOTNET_BOUNDARY}"`)],
    body: form(DOTNET_BOUNDARY, [
      [disposition("name=file; filename=7.png; filename*=utf-8''7.png")],
      seven,
    ]),
  },
  {
    client: "HttpClient of .NET",
    call: "`ByteArrayContent`",
    sends: "no type, by its source",
    headers: [],
    body: seven,
  },
  {
    client: "HttpClient of Java",
    call: "`BodyPublishers.ofFile`",
    sends: "an offer of HTTP/2, no type",
    headers: JAVA,
    body: seven,
  },
  {
    client: "HttpClient of Java",
    call: "`BodyPublishers.ofInputStream`",
    sends: "an offer of HTTP/2, chunks, no type",
    headers: [...JAVA, "Transfer-encoding: chunked"],
    body: chunked(seven),
  },
  {
    client: "Go",
    call: "`multipart.Writer.CreateFormFile`",
    sends: "application/octet-stream, by its source",
    headers: [...GO, multipart(GO_BOUNDARY)],
    body: form(GO_BOUNDARY, [[FILE, OCTETS], seven]),
  },
  {
    client: "Go",
    call: "the same through `io.Pipe`",
    sends: "chunks, by its source",
    headers: [...GO, "Transfer-Encoding: chunked", multipart(GO_BOUNDARY)],
    body: chunked(form(GO_BOUNDARY, [[FILE, OCTETS], seven])),
  },
  {
    client: "Go",
    call: '`http.Post(url, "image/png", file)`',
    sends: "an image",
    headers: [...GO, "Content-Type: image/png"],
    body: seven,
  },
];
