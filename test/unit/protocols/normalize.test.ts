import { encode } from "fast-png";
import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import { noJudge } from "../../../worker/writing/plainSteps.ts";
import { type Normalize, toPixels } from "../../../worker/writing/toPixels.ts";
import { blank, draw } from "../writing/drawings.ts";

const classifier = await createClassifier();
const app = createApp({ classifier });

/** A digit in a corner: each way of normalising gives another probability, or keeps it. */
const corner = draw(4, {
  side: 28,
  line: 2,
  ink: 255,
  ground: 0,
  box: { x: 0, y: 0, width: 0.5, height: 0.6 },
});

describe("?normalize=", () => {
  it.each([
    ["", "auto"],
    ["?normalize=auto", "auto"],
    ["?normalize=always", "always"],
    ["?normalize=never", "never"],
  ] as const)("%s is taken as %s", async (query, normalize) => {
    const response = await predict(query, corner.grey);
    const { digit, probability } = classifier.classify(
      toPixels(corner, normalize as Normalize, noJudge),
    );
    expect(await response.json()).toEqual({
      status: "ok",
      predictions: [{ prediction: digit, probability }],
    });
  });

  it.each([
    ["?normalize=", "The parameter normalize is one of auto, always, never."],
    ["?normalize=yes", "The parameter normalize is one of auto, always, never."],
    [
      "?normalize=auto&normalize=never",
      "The parameter normalize is given more than once. Give it once.",
    ],
  ])("%s is answered with 400", async (query, message) => {
    const response = await predict(query, corner.grey);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ status: "error", message });
  });

  it.each([
    ["", 422],
    ["?normalize=always", 422],
    ["?normalize=never", 200],
  ])("a blank image with %s is answered with %i", async (query, status) => {
    expect((await predict(query, blank(28, 28, 0).grey)).status).toBe(status);
  });
});

function predict(query: string, data: Uint8Array) {
  const png = encode({ width: 28, height: 28, data, channels: 1 });
  const body = new Uint8Array(png);
  return app.request(`/model/predict${query}`, { method: "POST", body });
}
