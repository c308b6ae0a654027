import { seven } from "../../faults/known.ts";
import {
  type ClientRequest,
  dataUrl,
  disposition,
  FILE,
  form,
  multipart,
  OCTETS,
  PNG,
  WEB_FORM,
} from "./wire.ts";

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
const CHROME_BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW1";
const FIREFOX_BOUNDARY = "----geckoformboundary6f2d1c9b7a115f3c1e5e1d2b4c7e9a0f";
const UNDICI_BOUNDARY = "----formdata-undici-037699842953";
const AXIOS_BOUNDARY = "axios-1.21.1-boundary-abpEyigcdT_puWJRXxzTdUL6u";
const FORM_DATA_BOUNDARY = "--------------------------f87fba4f303000742d066eb4";

/** What browsers, fetch, undici and axios send. */
export const javascriptRequests: ClientRequest[] = [
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
];
