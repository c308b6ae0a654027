import type { Hono } from "hono";
import { InputError } from "../../errors/InputError.ts";
import { isJson, parseJson } from "../../http/body/json.ts";
import { readBody } from "../../http/body/readBody.ts";
import type { ServiceEnv } from "../../http/env.ts";
import { newRoutes } from "../../http/newRoutes.ts";
import { decodeBase64 } from "../../http/upload/base64.ts";
import { imagesIn } from "../../http/upload/readImages.ts";
import { isImage } from "../../image/decodeImage.ts";
import { recognise } from "../../recognise.ts";
import type { Limits } from "../../settings/limits.ts";
import { readParameters } from "../parameters.ts";
import { ranking } from "../ranking.ts";
import type { Service } from "../Service.ts";
import { imageClassificationRequest, SCORES } from "./huggingFaceSchemas.ts";

/**
 * Hugging Face's image classification: `POST /mnist-classifier` with one image as MAX's uploads have
 * it, or in their own JSON.
 *
 * @see https://huggingface.co/docs/inference-providers/tasks/image-classification
 */
export function huggingFaceRoutes(service: Service): Hono<ServiceEnv> {
  const { classifier, limits } = service;
  const routes = newRoutes();

  routes.post(`/${classifier.metadata.id}`, async (c) => {
    const { normalize } = readParameters(c, ["normalize"]);
    const body = await readBody(c.req.raw, limits, c.get("heldBytes"));
    c.get("trace")({ stage: "upload", bytes: body.length });
    const type = c.req.header("Content-Type") ?? "";
    const { image, topK, scores } =
      !isImage(body) && isJson(body, type)
        ? readJson(body)
        : { image: onlyImage(body, type, limits), topK: undefined, scores: SCORES.softmax };
    const [result] = recognise([image], service, normalize, c.get("trace"));
    c.get("countDigits")?.([result.digit]);
    const found = scores(result);
    const best = ranking(found).slice(0, topK);
    return c.json(best.map((i) => ({ label: classifier.labels[i], score: found[i] })));
  });

  return routes;
}

/** @throws InputError as imagesIn does, and 400 for several images */
function onlyImage(body: Uint8Array, type: string, { maxParts }: Limits): Uint8Array {
  const { images } = imagesIn(body, type, maxParts);
  if (images.length > 1) {
    throw new InputError(
      400,
      `The upload has ${images.length} images; this route classifies one. Send each by itself, or ` +
        "all to /model/predict.",
    );
  }
  return images[0];
}

function readJson(body: Uint8Array) {
  const { inputs, parameters } = parseJson(body, imageClassificationRequest);
  return {
    image: decodeBase64(inputs, "inputs", body),
    topK: parameters?.top_k ?? undefined,
    scores: SCORES[parameters?.function_to_apply ?? "softmax"],
  };
}
