import type { Hono } from "hono";
import type { Classification } from "../../classifier/classifier.ts";
import { PIXELS } from "../../classifier/kernels.ts";
import { InputError } from "../../errors/InputError.ts";
import { parseJson } from "../../http/body/json.ts";
import { readBody } from "../../http/body/readBody.ts";
import type { ServiceEnv } from "../../http/env.ts";
import { CONSTANT } from "../../http/headers.ts";
import { newRoutes } from "../../http/newRoutes.ts";
import { decodeBase64 } from "../../http/upload/base64.ts";
import { recognise, type Trace } from "../../recognise.ts";
import { maxTensorValues } from "../maxTensorValues.ts";
import type { Service } from "../Service.ts";
import { toGreyLevels } from "./greyLevels.ts";
import { type Instance, predictRequest } from "./kserveSchemas.ts";

/**
 * KServe's first protocol, which is TensorFlow Serving's: `POST /models/mnist-classifier:predict`
 * answers the probabilities of each instance.
 *
 * @see https://kserve.github.io/website/docs/concepts/architecture/data-plane/v1-protocol
 */
export function kserveRoutes(service: Service): Hono<ServiceEnv> {
  const { classifier, limits } = service;
  const name = classifier.metadata.id;
  const routes = newRoutes();

  routes.get("/models", (c) => c.json({ models: [name] }, 200, CONSTANT));
  routes.get(`/models/${name}`, (c) => c.json({ name, ready: true }));

  routes.post(`/models/${name}:predict`, async (c) => {
    const body = await readBody(c.req.raw, limits, c.get("heldBytes"));
    c.get("trace")({ stage: "upload", bytes: body.length });
    const { inputs, instances = inputs } = parseJson(body, predictRequest, maxTensorValues(limits));
    if (!instances) throw new InputError(400, "instances is missing.");
    const results = classify(service, instances, c.get("trace"));
    c.get("countDigits")?.(results.map(({ digit }) => digit));
    return c.json({ predictions: results.map(({ probabilities }) => Array.from(probabilities)) });
  });

  return routes;
}

/** Classifies instances, all of which are image files, as uploads are, or numbers, as they are. */
function classify(service: Service, instances: Instance[], trace: Trace): Classification[] {
  const { classifier, limits } = service;
  const count = instances.length;
  const files = instances.filter((instance) => typeof instance === "string");
  if (files.length > 0 && files.length < count) {
    throw new InputError(
      400,
      "Some instances are image files and some are numbers. Send one kind.",
    );
  }
  const most = files.length > 0 ? limits.maxParts : limits.maxBatch;
  if (count > most) {
    throw new InputError(413, `There are ${count} instances; a request may have ${most}.`);
  }
  if (files.length > 0) {
    const decoded = files.map((file, i) => decodeBase64(file, `instances.${i}`));
    return recognise(decoded, service, "auto", trace);
  }
  const pixels = new Uint8Array(count * PIXELS);
  const images = instances.filter((instance) => typeof instance !== "string");
  images.forEach((image, i) => {
    pixels.set(toGreyLevels(image, `instances.${i}`), i * PIXELS);
  });
  trace({ stage: "tensor", images: count });
  const results = classifier.classifyBatch(pixels);
  trace({ stage: "net", images: count });
  return results;
}
