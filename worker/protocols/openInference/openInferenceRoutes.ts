import { Hono } from "hono";
import { PIXELS } from "../../classifier/kernels.ts";
import { InputError } from "../../errors/InputError.ts";
import { readBody } from "../../http/body.ts";
import type { ServiceEnv } from "../../http/env.ts";
import { CONSTANT } from "../../http/headers.ts";
import { parseJson } from "../../http/json.ts";
import type { Service } from "../Service.ts";
import { BINARY_EXTENSION, INPUT, inferRequest, OUTPUTS } from "./inferRequest.ts";
import { readTensor } from "./input.ts";
import { inferAnswer, JSON_LENGTH_HEADER, requestedOutputs } from "./output.ts";

/** What a request may have beside its pixels: a name, a shape, outputs and the like take far fewer. */
const OTHER_VALUES = 1000;

/** The only version of the model that there is. */
const VERSION = "1";

/**
 * The Open Inference Protocol, version 2, as KServe, Triton and MLServer serve it, with binary
 * tensors.
 *
 * @see https://github.com/open-inference/open-inference-protocol
 */
export function openInferenceRoutes({ classifier, limits, version }: Service): Hono<ServiceEnv> {
  const name = classifier.metadata.id;
  const maxValues = limits.maxBatch * PIXELS + OTHER_VALUES;
  const routes = new Hono<ServiceEnv>();

  routes.get("/", (c) => c.json({ name, version, extensions: [BINARY_EXTENSION] }, 200, CONSTANT));

  for (const path of [`/models/${name}`, `/models/${name}/versions/${VERSION}`]) {
    routes.get(path, (c) =>
      c.json(
        {
          name,
          versions: [VERSION],
          platform: "webassembly",
          inputs: [INPUT],
          outputs: OUTPUTS,
        },
        200,
        CONSTANT,
      ),
    );
    routes.get(`${path}/ready`, (c) => c.json({ name, ready: true }));
    routes.post(`${path}/infer`, async (c) => {
      const trace = c.get("trace");
      const body = await readBody(c.req.raw, limits, c.get("heldBytes"));
      trace({ stage: "upload", bytes: body.length });
      const jsonBytes = jsonLength(c.req.header(JSON_LENGTH_HEADER), body.length);
      const request = parseJson(body.subarray(0, jsonBytes), inferRequest, maxValues);
      const outputs = requestedOutputs(request);
      const { count, pixels } = readTensor(
        request.inputs[0],
        body.subarray(jsonBytes),
        limits.maxBatch,
      );
      trace({ stage: "tensor", images: count });
      const results = classifier.classifyBatch(pixels);
      trace({ stage: "net", images: count });
      const model = { model_name: name, model_version: VERSION };
      return inferAnswer(c, request, outputs, model, results);
    });
  }
  return routes;
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
