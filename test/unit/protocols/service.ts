import { readFileSync } from "node:fs";
import { encode } from "fast-png";
import { createClassifier, createJpegDecoder } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { noJudge } from "../../../worker/writing/plainSteps.ts";
import { toPixels } from "../../../worker/writing/toPixels.ts";
import { heldToDescription } from "../../contract/described.ts";

/** The service as it ships, with its own kernels and weights. */
export const classifier = await createClassifier();
const decodeJpeg = await createJpegDecoder();
export const app = heldToDescription(createApp({ classifier, decodeJpeg }));

/** A sample's file. */
export function sample(digit: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../../../samples/${digit}.png`, import.meta.url)));
}

/** What the net sees of a sample: grey levels [28][28]. */
export function pixelsOf(digit: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(toPixels(decodeImage(sample(digit), defaultLimits), "auto", noJudge));
}

/** What the net makes of a sample. */
export function resultOf(digit: number) {
  return classifier.classify(pixelsOf(digit));
}

/** A digit's place in a sample's scores, the best first. */
export function rankedDigits(scores: Float32Array): number[] {
  return [...scores.keys()].toSorted((a, b) => scores[b] - scores[a]);
}

export const seven = sample(7);

/** A 4 as JPEG, lying. */
export const photograph = new Uint8Array(
  readFileSync(new URL("../../../samples/4-photograph-lying.jpg", import.meta.url)),
);

/** A picture without a digit. */
export const blank = new Uint8Array(
  encode({ width: 28, height: 28, data: new Uint8Array(784), channels: 1 }),
);

/** A body in JSON. */
export function json(body: unknown, headers: Record<string, string> = {}) {
  return {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...headers },
  };
}
