import { seven } from "../faults/known.ts";

/*
 * Every request of the protocols' clients and of their published tests: the Open Inference Protocol's
 * open_inference_rest.yaml, Triton's tritonclient.http and qa/L0_http, KServe's InferenceRESTClient and
 * python/kserve/test, OpenVINO Model Server's and MLServer's documents, TensorFlow Serving's REST API.
 */

export interface ProtocolRequest {
  asker: string;
  asks: string;
  path: string;
  /** GET where there is none. */
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  /** 200 where none is given. */
  status?: number;
  /** Why it is refused, or answered with something else. */
  reason?: string;
}

const MODEL = "/v2/models/mnist-classifier";
const INFER = `${MODEL}/infer`;
const V1 = "/v1/models/mnist-classifier";
const LENGTH = "Inference-Header-Content-Length";

const base64 = seven.toString("base64");
const zeros = Array(784).fill(0);
const good = { name: "input", datatype: "UINT8", shape: [1, 784], data: zeros };
const input = (change: object) => JSON.stringify({ inputs: [{ ...good, ...change }] });
const nested = (depth: number) =>
  input({}).replace(JSON.stringify(zeros), `${"[".repeat(depth)}0${"]".repeat(depth)}`);

/** A tensor's bytes behind its JSON. */
function behind(tensor: object, bytes: Uint8Array, more: object = {}) {
  const json = JSON.stringify({ inputs: [{ name: "input", ...tensor }], ...more });
  return {
    path: INFER,
    body: new Uint8Array(Buffer.concat([Buffer.from(json), bytes])),
    headers: { "Content-Type": "application/octet-stream", [LENGTH]: String(json.length) },
  };
}

const element = Buffer.concat([new Uint8Array(Uint32Array.of(seven.length).buffer), seven]);
const black = new Uint8Array(new Float32Array(784).fill(-1).buffer);

const STATELESS = "keeps no state that could be read or changed";
const ONE_VERSION = "has one version, 1";
const TYPES = "takes UINT8, FP32 and BYTES";
const ONE_INPUT = "has one input, `input`";

/** Requests without a body that ask for nothing that is there. */
function absent(asker: string, reason: string, ...paths: string[]): ProtocolRequest[] {
  return paths.map((path) => ({ asker, asks: `\`GET ${path}\``, path, status: 404, reason }));
}

/** The same of POST. */
function refused(asker: string, reason: string, ...paths: string[]): ProtocolRequest[] {
  return paths.map((path) => ({
    asker,
    asks: `\`POST ${path}\``,
    path,
    body: "{}",
    status: 404,
    reason,
  }));
}

function present(asker: string, ...paths: string[]): ProtocolRequest[] {
  return paths.map((path) => ({ asker, asks: `\`GET ${path}\``, path }));
}

function infer(asker: string, asks: string, body: string, reason?: string): ProtocolRequest {
  return { asker, asks, path: INFER, body, ...(reason && { status: 400, reason }) };
}

export const protocolRequests: ProtocolRequest[] = [
  ...present(
    "OIP",
    "/v2/",
    "/v2/health/live",
    "/v2/health/ready",
    `${MODEL}/versions/1`,
    `${MODEL}/versions/1/ready`,
  ),
  { asker: "OIP", asks: "infer of a version", path: `${MODEL}/versions/1/infer`, body: input({}) },
  infer("OIP", "infer with two inputs", JSON.stringify({ inputs: [good, good] }), ONE_INPUT),
  ...present("Triton", "/v2", MODEL, `${MODEL}/ready`, `${MODEL}/config`),
  { asker: "Triton", asks: "the repository's index", path: "/v2/repository/index", body: "" },
  ...refused(
    "Triton",
    STATELESS,
    "/v2/repository/models/mnist-classifier/load",
    "/v2/repository/models/mnist-classifier/unload",
    "/v2/trace/setting",
    "/v2/logging",
    "/v2/systemsharedmemory/region/r/register",
    "/v2/cudasharedmemory/region/r/register",
  ),
  ...absent(
    "Triton",
    STATELESS,
    `${MODEL}/stats`,
    "/v2/models/stats",
    `${MODEL}/trace/setting`,
    "/v2/logging",
    "/v2/systemsharedmemory/status",
    "/v2/cudasharedmemory/status",
  ),
  infer(
    "Triton",
    "a tensor in shared memory",
    input({ data: undefined, parameters: { shared_memory_region: "r" } }),
    STATELESS,
  ),
  {
    asker: "Triton",
    asks: "BYTES in binary",
    ...behind({ datatype: "BYTES", shape: [1] }, element),
  },
  {
    asker: "Triton",
    asks: "FP32 without JSON",
    path: INFER,
    body: black,
    headers: { [LENGTH]: "0" },
  },
  {
    asker: "Triton",
    asks: "a text without JSON",
    path: INFER,
    body: "427",
    headers: { [LENGTH]: "0" },
    status: 400,
    reason: TYPES,
  },
  infer(
    "Triton",
    "a shape of 2^64 values",
    input({ shape: [16, 2 ** 60 + 2] }),
    "has other shapes",
  ),
  infer("Triton", "a negative shape", input({ shape: [2, -5] }), "has other shapes"),
  infer("Triton", "data of 120 levels", nested(120), "reads 16 levels"),
  infer("Triton", "data of 50 levels", nested(50), "reads 16 levels"),
  infer(
    "Triton",
    "an output twice",
    JSON.stringify({ inputs: [good], outputs: [{ name: "label" }, { name: "label" }] }),
    "names each once",
  ),
  {
    asker: "KServe",
    asks: "`GET /`, for the status alive",
    path: "/",
    reason: "has its page there, and its status in `/health`",
  },
  ...absent("KServe", "counts nothing", "/metrics"),
  ...present("KServe", "/v1/models", V1, "/v2/models"),
  {
    asker: "KServe",
    asks: "`:predict` of instances",
    path: `${V1}:predict`,
    body: JSON.stringify({ instances: [zeros] }),
  },
  {
    asker: "KServe",
    asks: "`:predict` of inputs",
    path: `${V1}:predict`,
    body: JSON.stringify({ inputs: [zeros] }),
  },
  ...refused("KServe", "explains nothing", `${V1}:explain`),
  ...absent("KServe", "has one model", "/v1/models/another"),
  {
    asker: "KServe",
    asks: "a CloudEvent in headers",
    path: `${V1}:predict`,
    body: JSON.stringify({ instances: [zeros] }),
    headers: { "Content-Type": "application/json", "ce-specversion": "1.0", "ce-id": "1" },
  },
  {
    asker: "KServe",
    asks: "a CloudEvent around the request",
    path: `${V1}:predict`,
    body: JSON.stringify({ specversion: "1.0", id: "1", data: { instances: [zeros] } }),
    headers: { "Content-Type": "application/cloudevents+json" },
    status: 400,
    reason: "reads no CloudEvents",
  },
  infer("KServe", "parameters of its own", input({ parameters: { "test-str": "dummy" } })),
  infer("KServe", "INT32", input({ datatype: "INT32" }), TYPES),
  infer("KServe", "an input of another name", input({ name: "input-0" }), ONE_INPUT),
  {
    asker: "KServe",
    asks: "FP16 in binary",
    ...behind({ datatype: "FP16", shape: [1, 784] }, new Uint8Array(1568)),
    status: 400,
    reason: TYPES,
  },
  {
    asker: "KServe",
    asks: "FP32 in binary, and the answer too",
    ...behind(
      { datatype: "FP32", shape: [1, 1, 28, 28], parameters: { binary_data_size: black.length } },
      black,
      { parameters: { binary_data_output: true } },
    ),
  },
  {
    asker: "OpenVINO",
    asks: "BYTES in binary, their size left out",
    ...behind({ datatype: "BYTES", shape: [1] }, element),
  },
  {
    asker: "OpenVINO",
    asks: "an image in binary",
    ...behind({ datatype: "BYTES", shape: [1] }, seven),
  },
  ...absent("OpenVINO", ONE_VERSION, `${MODEL}/versions/0/ready`),
  ...absent("OpenVINO", "is not configured at run time", "/v1/config"),
  {
    asker: "MLServer",
    asks: "BYTES in base64",
    path: INFER,
    body: input({
      datatype: "BYTES",
      shape: [1],
      data: [base64],
      parameters: { content_type: "base64" },
    }),
  },
  { asker: "MLServer", asks: "the repository's index", path: "/v2/repository/index", body: "{}" },
  {
    asker: "TensorFlow Serving",
    asks: "`:predict` of b64",
    path: `${V1}:predict`,
    body: JSON.stringify({ signature_name: "serving_default", instances: [{ b64: base64 }] }),
  },
  ...absent(
    "TensorFlow Serving",
    "has no versions here",
    `${V1}/versions/1`,
    `${V1}/labels/stable`,
  ),
  ...absent("TensorFlow Serving", "describes itself in `/v2`", `${V1}/metadata`),
  ...refused("TensorFlow Serving", "takes no tf.Example", `${V1}:classify`, `${V1}:regress`),
];
