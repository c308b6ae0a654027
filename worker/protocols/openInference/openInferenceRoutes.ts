import type { Hono } from "hono";
import type { Classification } from "../../classifier/classifier.ts";
import { InputError } from "../../errors/InputError.ts";
import { parseJson } from "../../http/body/json.ts";
import { readBody } from "../../http/body/readBody.ts";
import type { ServiceEnv } from "../../http/env.ts";
import { CONSTANT } from "../../http/headers.ts";
import { newRoutes } from "../../http/newRoutes.ts";
import { recognise, type Trace } from "../../recognise.ts";
import { maxTensorValues } from "../maxTensorValues.ts";
import type { Service } from "../Service.ts";
import { readFiles } from "./fileTensor.ts";
import {
  BINARY_EXTENSION,
  DATATYPES,
  INPUT,
  type InferRequest,
  inferRequest,
  OUTPUTS,
} from "./inferRequest.ts";
import { CONFIG_EXTENSION, modelConfig } from "./modelConfig.ts";
import { inferAnswer, JSON_LENGTH_HEADER, requestedOutputs } from "./output.ts";
import { readPixels } from "./pixelTensor.ts";
import { rawRequest } from "./rawRequest.ts";

/** The only version of the model that there is. */
const VERSION = "1";

const PLATFORM = "webassembly";

/**
 * The Open Inference Protocol, version 2, as KServe, Triton and MLServer serve it, with binary
 * tensors, and what their clients ask for besides: Triton's configuration and index of its
 * repository, and KServe's list of models.
 *
 * @see https://github.com/open-inference/open-inference-protocol
 */
export function openInferenceRoutes(service: Service): Hono<ServiceEnv> {
  const { classifier, limits, version } = service;
  const name = classifier.metadata.id;
  const routes = newRoutes();

  const server = { name, version, extensions: [BINARY_EXTENSION, CONFIG_EXTENSION] };
  // The second is /v2/, as the protocol's OpenAPI document has it.
  for (const path of ["/", "/:empty{$}"]) {
    routes.get(path, (c) => c.json(server, 200, CONSTANT));
  }
  routes.get("/models", (c) => c.json({ models: [name] }, 200, CONSTANT));
  routes.post("/repository/index", (c) => c.json([{ name, version: VERSION, state: "READY" }]));

  const model = {
    name,
    versions: [VERSION],
    platform: PLATFORM,
    inputs: [INPUT],
    outputs: OUTPUTS,
    properties: DATATYPES,
  };
  const config = modelConfig(name, PLATFORM, limits.maxBatch);
  for (const path of [`/models/${name}`, `/models/${name}/versions/${VERSION}`]) {
    routes.get(path, (c) => c.json(model, 200, CONSTANT));
    routes.get(`${path}/config`, (c) => c.json(config, 200, CONSTANT));
    routes.get(`${path}/ready`, (c) => c.json({ name, ready: true }));
    routes.post(`${path}/infer`, async (c) => {
      const body = await readBody(c.req.raw, limits, c.get("heldBytes"));
      c.get("trace")({ stage: "upload", bytes: body.length });
      const jsonBytes = jsonLength(c.req.header(JSON_LENGTH_HEADER), body.length);
      const request =
        jsonBytes === 0 && body.length > 0
          ? rawRequest(body)
          : parseJson(body.subarray(0, jsonBytes), inferRequest, maxTensorValues(limits));
      const outputs = requestedOutputs(request);
      const results = infer(service, request, body.subarray(jsonBytes), c.get("trace"));
      c.get("countDigits")?.(results.map(({ digit }) => digit));
      const model = { model_name: name, model_version: VERSION };
      return inferAnswer(c, request, outputs, model, results);
    });
  }
  return routes;
}

/** Classifies a request's images: files as uploads are, grey levels as they are. */
function infer(
  service: Service,
  { inputs: [input] }: InferRequest,
  binary: Uint8Array,
  trace: Trace,
): Classification[] {
  const { classifier, limits } = service;
  if (input.datatype === "BYTES") {
    const files = readFiles(input, binary, limits.maxParts);
    return recognise(files, service, "auto", trace);
  }
  const { count, pixels } = readPixels(input, binary, limits.maxBatch);
  trace({ stage: "tensor", images: count });
  const results = classifier.classifyBatch(pixels);
  trace({ stage: "net", images: count });
  return results;
}

/** How many of a body's bytes are JSON: all, unless the header says less. */
function jsonLength(header: string | undefined, bodyBytes: number): number {
  if (header === undefined) return bodyBytes;
  const length = /^\d{1,9}$/.test(header) ? Number(header) : Number.NaN;
  if (length <= bodyBytes) return length;
  throw new InputError(
    400,
    `${JSON_LENGTH_HEADER} must be the number of bytes of JSON, of the body's ${bodyBytes}.`,
  );
}
