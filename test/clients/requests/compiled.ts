import { seven } from "../../faults/known.ts";
import { type ClientRequest, chunked, disposition, FILE, form, multipart, OCTETS } from "./wire.ts";

const JAVA = [
  "Connection: Upgrade, HTTP2-Settings",
  "HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA",
  "Upgrade: h2c",
  "User-Agent: Java-http-client/17.0.15",
];
const GO = ["User-Agent: Go-http-client/1.1", "Accept-Encoding: gzip"];
const DOTNET_BOUNDARY = "3f1b2c4d-8a7e-4f6b-9c0d-1e2f3a4b5c6d";
const GO_BOUNDARY = "5f3c1e5e1d2b4c7e9a0f2f6d1c9b7a115f3c1e5e1d2b4c7e9a0f2f6d1c9b";

/** What .NET, Java and Go send. */
export const compiledRequests: ClientRequest[] = [
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
