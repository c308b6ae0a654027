import { full, input, zeros } from "./bodies.ts";
import { inferFaults } from "./inferFaults.ts";
import type { ProtocolFault } from "./ProtocolFault.ts";

const INFER = "/v2/models/mnist-classifier/infer";
const IMAGE = "/models/mnist-classifier";
const PREDICT = "/v1/models/mnist-classifier:predict";

/** Of Hugging Face. */
const imageFaults: Omit<ProtocolFault, "path" | "status">[] = [
  {
    fault: "6 MiB of base64 that is not a PNG or JPEG",
    clause: "RFC 4648, 4",
    body: () => full('{"inputs":"', "AAAA", '"}'),
    message: /not a PNG or JPEG/,
  },
  {
    fault: "text that is not base64",
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

/** Of KServe's first protocol. */
const predictFaults: Omit<ProtocolFault, "path">[] = [
  {
    fault: "instances of 100,000 levels",
    clause: "RFC 8259, 9",
    body: () => `{"instances":${"[".repeat(1e5)}`,
    status: 400,
    message: /16 levels/,
  },
  {
    fault: "an instance of two million numbers",
    clause: "RFC 8259, 9",
    body: () => full('{"instances":[[0', ",0", "]]}"),
    status: 400,
    message: /over 803816 values/,
  },
  {
    fault: "60,000 empty instances",
    clause: "MAX_BATCH",
    body: () => `{"instances":[${"[],".repeat(59_999)}[]]}`,
    status: 413,
    message: /60000 instances; a request may have 1024/,
  },
  {
    fault: "an instance's number beyond all",
    clause: "RFC 8259, 6",
    body: () => `{"instances":[[1e999,${zeros.slice(1)}]]}`,
    status: 400,
    message: /not a number on one of the scales/,
  },
  {
    fault: "6 MiB of an instance's base64",
    clause: "RFC 4648, 4",
    body: () => full('{"instances":[{"b64":"', "AAAA", '"}]}'),
    status: 400,
    message: /not a PNG/,
  },
];

export const protocolFaults: ProtocolFault[] = [
  ...inferFaults.map((fault) => ({ ...fault, path: INFER, status: 400 })),
  {
    fault: "a body compressed with Zstandard",
    clause: "RFC 9110, 15.5.16",
    path: INFER,
    body: () => `{${input(`[${zeros}]`)}}`,
    headers: { "Content-Encoding": "zstd" },
    status: 415,
    message: /gzip or deflate/,
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
  ...predictFaults.map((fault) => ({ ...fault, path: PREDICT })),
];
