import { defaultLimits } from "../../worker/settings/limits.ts";
import { full, input, zeros } from "./bodies.ts";
import type { ProtocolFault } from "./ProtocolFault.ts";

const { maxBodyBytes } = defaultLimits;

/** A tensor's bytes behind a JSON that tells of so many. */
function behind(told: number, sent: Uint8Array, datatype = "UINT8") {
  const json =
    `{"inputs":[{"name":"input","datatype":"${datatype}","shape":[1,784],` +
    `"parameters":{"binary_data_size":${told}}}]}`;
  return {
    body: () => new Uint8Array([...new TextEncoder().encode(json), ...sent]),
    headers: { "Inference-Header-Content-Length": String(json.length) },
  };
}

const notANumber = new Uint8Array(new Float32Array(784).fill(Number.NaN).buffer);

/** Requests to infer that are answered with 400. */
export const inferFaults: Omit<ProtocolFault, "path" | "status">[] = [
  ...(
    [
      ["JSON of 100,000 levels", () => "[".repeat(1e5) + "]".repeat(1e5), /16 levels/],
      ["6 MiB of brackets, none closed", () => "[".repeat(maxBodyBytes), /16 levels/],
      ["data of 100,000 levels", () => `{${input("[".repeat(1e5))}`, /16 levels/],
      ["a million empty objects", () => full('{"inputs":[', "{},", "]}"), /too many/],
      ["a million keys", () => full("{", '"":0,', "}"), /too many/],
      [
        "200,000 outputs",
        () => full(`{${input(`[${zeros}]`)},"outputs":[`, '{"name":"label"},', "]}"),
        /too many/,
      ],
    ] as const
  ).map(([fault, body, message]) => ({ fault, clause: "RFC 8259, 9", body, message })),
  {
    fault: "two million numbers",
    clause: "RFC 8259, 9",
    body: () => full(`{${input("[").slice(0, -2)}`, "0,", "]}]}"),
    message: /over 803816 values/,
  },
  {
    fault: "a number beyond all",
    clause: "RFC 8259, 6",
    body: () => `{${input(`[1e999,${zeros.slice(1)}]`, "[1,784]", "FP32")}}`,
    message: /Value 0 /,
  },
  {
    fault: "NaN, as Python writes it",
    clause: "RFC 8259, 6",
    body: () => `{${input("[NaN]")}}`,
    message: /not valid JSON/,
  },
  {
    fault: "a byte that is not UTF-8",
    clause: "RFC 8259, 8.1",
    body: () => new Uint8Array([0x22, 0xff, 0x22]),
    message: /not valid JSON in UTF-8/,
  },
  {
    fault: "a request as its prototype",
    clause: "RFC 8259, 4",
    body: () => `{"__proto__":{${input(`[${zeros}]`)}}}`,
    message: /inputs is missing/,
  },
  {
    fault: "a header longer than the body",
    clause: "binary tensor data",
    body: () => "{}",
    headers: { "Inference-Header-Content-Length": "4294967298" },
    message: /Inference-Header-Content-Length/,
  },
  {
    fault: "bytes that are missing",
    clause: "binary tensor data",
    ...behind(784, new Uint8Array(783)),
    message: /^783 bytes .* 784/,
  },
  {
    fault: "bytes that are left over",
    clause: "binary tensor data",
    ...behind(784, new Uint8Array(785)),
    message: /^785 bytes .* 784/,
  },
  {
    fault: "NaN in binary",
    clause: "binary tensor data",
    ...behind(3136, notANumber, "FP32"),
    message: /Value 0 /,
  },
  {
    fault: "a file's length over the end",
    clause: "binary tensor data",
    body: () => {
      const json = '{"inputs":[{"name":"input","datatype":"BYTES","shape":[1]}]}';
      return new Uint8Array([...new TextEncoder().encode(json), 255, 255, 255, 255, 0]);
    },
    headers: { "Inference-Header-Content-Length": "60" },
    message: /5 bytes are not 1 files/,
  },
  {
    fault: "FP32 from 0 to 1",
    clause: "OIP, properties",
    body: () => `{${input(`[${zeros}]`, "[1,784]", "FP32")}}`,
    message: /no value below 0/,
  },
];
