import { seven } from "../../faults/known.ts";
import {
  base64,
  type ClientRequest,
  chunked,
  dataUrl,
  FILE,
  form,
  multipart,
  WEB_FORM,
} from "./wire.ts";

const REQUESTS = [
  "User-Agent: python-requests/2.28.1",
  "Accept-Encoding: gzip, deflate, br",
  "Accept: */*",
  "Connection: keep-alive",
];
const REQUESTS_BOUNDARY = "ff8e0f481806486383f3f31bf01dce2e";

/** What Python's requests and urllib send. */
export const pythonRequests: ClientRequest[] = [
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
];
