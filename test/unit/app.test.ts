import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { createClassifier, createJpegDecoder } from "../../worker/adapters/node.ts";
import { createApp } from "../../worker/app.ts";

const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));
const classifier = await createClassifier();

describe("createApp", () => {
  it("answers with the classifier's own digit and probability", async () => {
    const app = createApp({
      classifier: {
        ...classifier,
        classifyBatch: () => [{ ...classify(), digit: 4, probability: 0.25 }],
      },
    });
    const response = await app.request("/model/predict", { method: "POST", body: seven });
    expect(await response.json()).toEqual({
      status: "ok",
      predictions: [{ prediction: 4, probability: 0.25 }],
    });
  });

  it.each([
    { limits: { maxBodyBytes: seven.length - 1 }, status: 413 },
    { limits: { maxPixels: 783 }, status: 413 },
    { limits: { maxSide: 27 }, status: 413 },
    { limits: { maxBodyBytes: seven.length, maxPixels: 784, maxSide: 28 }, status: 200 },
  ])("keeps to the limits that it is given: $limits", async ({ limits, status }) => {
    const app = createApp({ classifier, limits });
    const response = await app.request("/model/predict", { method: "POST", body: seven });
    expect(response.status).toBe(status);
  });

  it("reads JPEGs where it is given the decoder, and says that it does not where it is not", async () => {
    const body = readFileSync(new URL("../../samples/4-photograph-lying.jpg", import.meta.url));
    const answer = async (options: Parameters<typeof createApp>[0]) => {
      const response = await createApp(options).request("/model/predict", { method: "POST", body });
      return response.json();
    };
    expect(await answer({ classifier, decodeJpeg: await createJpegDecoder() })).toMatchObject({
      predictions: [{ prediction: 4 }],
    });
    expect(await answer({ classifier })).toEqual({
      status: "error",
      message: "The image is a JPEG, which is not supported here. Send a PNG.",
    });
  });

  it("refuses a body that breaks off", async () => {
    const app = createApp({ classifier });
    const init = { method: "POST", body: broken(), duplex: "half" } as RequestInit;
    const response = await app.request("/model/predict", init);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      message: "The body broke off after 5 bytes. Send it again.",
    });
  });

  it("tells nothing of a fault of its own", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const app = createApp({
      classifier: {
        ...classifier,
        classifyBatch: () => {
          throw new Error("secret");
        },
      },
    });
    const response = await app.request("/model/predict", { method: "POST", body: seven });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/secret|\n\s*at /);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

function classify() {
  return classifier.classify(new Uint8Array(784));
}

/** A body that fails after five bytes. */
function broken(): ReadableStream {
  let begun = false;
  return new ReadableStream({
    pull(controller) {
      if (begun) controller.error(new Error("The connection is lost."));
      else controller.enqueue(new Uint8Array(5));
      begun = true;
    },
  });
}
