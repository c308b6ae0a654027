import { Hono } from "hono";
import { InputError } from "../../errors/InputError.ts";
import type { ServiceEnv } from "../../http/env.ts";
import { parseJson } from "../../http/json.ts";
import { readBody } from "../../http/upload.ts";
import { isImage } from "../../image/decodeImage.ts";
import { recognise } from "../../recognise.ts";
import { readParameters } from "../parameters.ts";
import { ranking } from "../ranking.ts";
import type { Service } from "../Service.ts";
import { imageClassificationRequest, SCORES } from "./huggingFaceSchemas.ts";

const [SPACE, BRACE] = [" ".charCodeAt(0), "{".charCodeAt(0)];

/**
 * Hugging Face's image classification: `POST /mnist-classifier` with an image as it is, whatever it
 * is declared as, or in JSON.
 *
 * @see https://huggingface.co/docs/inference-providers/tasks/image-classification
 */
export function huggingFaceRoutes(service: Service): Hono<ServiceEnv> {
  const { classifier, limits } = service;
  const routes = new Hono<ServiceEnv>();

  routes.post(`/${classifier.metadata.id}`, async (c) => {
    const { normalize } = readParameters(c, ["normalize"]);
    const body = await readBody(c.req.raw, limits.maxBodyBytes);
    c.get("trace")({ stage: "upload", bytes: body.length });
    const { image, topK, scores } = isJson(body, c.req.header("Content-Type"))
      ? readJson(body)
      : { image: body, topK: undefined, scores: SCORES.softmax };
    const [result] = recognise([image], service, normalize, c.get("trace"));
    const found = scores(result);
    const best = ranking(found).slice(0, topK);
    return c.json(best.map((i) => ({ label: classifier.labels[i], score: found[i] })));
  });

  return routes;
}

/** A body is what it is: clients declare images as JSON, and JSON as nothing. */
function isJson(body: Uint8Array, type = ""): boolean {
  const first = body.find((byte) => byte > SPACE);
  return first === BRACE || (/json/i.test(type) && !isImage(body));
}

function readJson(body: Uint8Array) {
  const { inputs, parameters } = parseJson(body, imageClassificationRequest);
  return {
    image: decodeBase64(inputs),
    topK: parameters?.top_k ?? undefined,
    scores: SCORES[parameters?.function_to_apply ?? "softmax"],
  };
}

function decodeBase64(text: string): Uint8Array {
  let characters: string;
  try {
    characters = atob(text.replace(/^data:[^,]{0,99},/, ""));
  } catch {
    throw new InputError(
      400,
      "inputs is not valid base64. Send the bytes of a PNG or JPEG in base64.",
    );
  }
  // Not Uint8Array.from, which takes 40 times as long.
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
