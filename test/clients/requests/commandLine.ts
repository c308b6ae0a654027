import { seven } from "../../faults/known.ts";
import { base64, type ClientRequest, FILE, form, multipart, PNG, WEB_FORM } from "./wire.ts";

const CURL = ["User-Agent: curl/7.88.1", "Accept: */*"];
const CURL_BOUNDARY = "------------------------188b179fde42b475";

/** What curl sends. */
export const commandLineRequests: ClientRequest[] = [
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
];
