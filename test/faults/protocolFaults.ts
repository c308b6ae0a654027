import { gzipSync } from "node:zlib";
import { full, input, zeros } from "./bodies.ts";
import { inferFaults } from "./inferFaults.ts";
import type { ProtocolFault } from "./ProtocolFault.ts";

const INFER = "/v2/models/mnist-classifier/infer";
const IMAGE = "/models/mnist-classifier";

/** Of Hugging Face. */
const imageFaults: Omit<ProtocolFault, "path" | "status">[] = [
  {
    fault: "6 MiB of base64 that is not a PNG or JPEG",
    clause: "RFC 4648, 4",
    body: () => full('{"inputs":"', "AAAA", '"}'),
    message: /not a PNG or JPEG/,
  },
  {
    fault: "a text that is not base64",
    clause: "RFC 4648, 3.3",
    body: () => '{"inputs":"<script>"}',
    message: /not valid base64/,
  },
  {
    fault: "a top_k beyond all",
    clause: "RFC 8259, 6",
    body: () => '{"inputs":"","parameters":{"top_k":1e999}}',
    message: /whole number/,
  },
];

export const protocolFaults: ProtocolFault[] = [
  ...inferFaults.map((fault) => ({ ...fault, path: INFER, status: 400 })),
  {
    fault: "a compressed body",
    clause: "RFC 9110, 15.5.16",
    path: INFER,
    body: () => new Uint8Array(gzipSync(`{${input(`[${zeros}]`)}}`)),
    headers: { "Content-Encoding": "gzip" },
    status: 415,
    message: /uncompressed/,
  },
  {
    fault: "more images than a request may have",
    clause: "MAX_BATCH",
    path: INFER,
    body: () => `{${input("[]", "[1e300,784]")}}`,
    status: 413,
    message: /may have 1024/,
  },
  {
    fault: "a model that there is not",
    clause: "RFC 9110, 15.5.5",
    path: "/v2/models/another/infer",
    body: () => "{}",
    status: 404,
    message: /nothing here/,
  },
  ...imageFaults.map((fault) => ({ ...fault, path: IMAGE, status: 400 })),
];
