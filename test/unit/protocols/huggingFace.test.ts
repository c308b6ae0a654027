import { describe, expect, it } from "vitest";
import { createApp } from "../../../worker/app.ts";
import type { Access } from "../../../worker/settings/access.ts";
import {
  app,
  blank,
  classifier,
  json,
  photograph,
  rankedDigits,
  resultOf,
  seven,
} from "./service.ts";

const MODEL = "/models/mnist-classifier";
const inputs = Buffer.from(seven).toString("base64");
const { probabilities, logits } = resultOf(7);

/** An answer made of a sample's scores. */
function answerOf(scores: Float32Array, count = 10) {
  return rankedDigits(scores)
    .slice(0, count)
    .map((digit) => ({ label: String(digit), score: scores[digit] }));
}

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  app.request(MODEL, { method: "POST", body, headers });

describe("POST /models/mnist-classifier with an image", () => {
  it.each([
    undefined,
    "image/png",
    "image/jpeg",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
    "application/json",
    "text/plain; charset=utf-8",
    "multipart/form-data",
    "nonsense",
  ])("takes its bytes declared as %s", async (type) => {
    const response = await post(seven, type ? { "Content-Type": type } : {});
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(answerOf(probabilities));
  });
});

describe("POST /models/mnist-classifier with a form", () => {
  const form = (...names: string[]) => {
    const body = new FormData();
    for (const name of names) body.append(name, new Blob([seven]));
    return body;
  };

  it.each(["file", "image"])("takes the part %s", async (name) => {
    expect(await (await post(form(name))).json()).toEqual(answerOf(probabilities));
  });

  it("refuses two images", async () => {
    const response = await post(form("file", "image"));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/^The upload has 2 /) });
  });
});

describe("POST /models/mnist-classifier with JSON", () => {
  it.each([
    undefined,
    "application/json",
    "Application/JSON; charset=utf-8",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
    "image/png",
  ])("takes it declared as %s", async (type) => {
    for (const body of [JSON.stringify({ inputs }), `\r\n\t ${JSON.stringify({ inputs })}`]) {
      const bytes = new TextEncoder().encode(body);
      const response = await post(bytes, type ? { "Content-Type": type } : {});
      expect(await response.json()).toEqual(answerOf(probabilities));
    }
  });

  it.each([
    [undefined, 10],
    [null, 10],
    [{}, 10],
    [{ top_k: null, function_to_apply: null }, 10],
    [{ top_k: 1 }, 1],
    [{ top_k: 10 }, 10],
    [{ top_k: 11 }, 10],
    [{ top_k: 1e300 }, 10],
    [{ top_k: 3, of_another_task: [1] }, 3],
  ])("tells as many digits as parameters %j ask for", async (parameters, count) => {
    const response = await app.request(MODEL, json({ inputs, parameters }));
    expect(await response.json()).toEqual(answerOf(probabilities, count));
  });

  it.each([
    ["softmax", probabilities],
    ["sigmoid", logits.map((x) => 1 / (1 + Math.exp(-x)))],
    ["none", logits],
  ])("makes scores of the net's outputs by %s", async (function_to_apply, scores) => {
    const response = await app.request(MODEL, json({ inputs, parameters: { function_to_apply } }));
    expect(await response.json()).toEqual(answerOf(scores));
  });

  it.each([
    ["a data URL", `data:image/png;base64,${inputs}`],
    ["base64 in lines", inputs.replace(/.{76}/g, "$&\r\n")],
    ["base64 without its padding", inputs.replace(/=+$/, "")],
    ["URL-safe base64", Buffer.from(seven).toString("base64url")],
  ])("takes %s", async (_, inputs) => {
    const response = await app.request(MODEL, json({ inputs }));
    expect(await response.json()).toEqual(answerOf(probabilities));
  });
});

describe("POST /models/mnist-classifier with a JPEG", () => {
  const base64 = Buffer.from(photograph).toString("base64");

  it.each([
    ["as it is", photograph, "image/jpeg"],
    ["labelled PNG", photograph, "image/png"],
    ["in base64", JSON.stringify({ inputs: base64 }), "application/json"],
    [
      "in a data URL",
      JSON.stringify({ inputs: `data:image/jpeg;base64,${base64}` }),
      "application/json",
    ],
  ])("takes it %s", async (_, body, type) => {
    const response = await post(body, { "Content-Type": type });
    const [{ label }] = await response.json();
    expect(label).toBe("4");
  });
});

describe("What cannot be served under /models/", () => {
  const base64 = "inputs is not valid base64. Send the image's bytes in base64.";
  const refused: [body: unknown, status: number, error: string | RegExp][] = [
    ["", 400, "The body is not valid JSON in UTF-8."],
    ["{", 400, "The body is not valid JSON in UTF-8."],
    ["[]", 400, "inputs is missing."],
    ["7", 400, "The body must be an object."],
    [{}, 400, "inputs is missing."],
    [{ inputs: null }, 400, "inputs must be a text."],
    [{ inputs: [1, 2] }, 400, "inputs must be a text."],
    [{ inputs: "" }, 400, /empty: 0 bytes/],
    [{ inputs: "<script>" }, 400, base64],
    [{ inputs: "https://example.com/7.png" }, 400, /is a URL, and this service fetches nothing/],
    [{ inputs: "data:image/png;base64," }, 400, /empty: 0 bytes/],
    [{ inputs: "R0lGODlh" }, 400, /The image is GIF\. Convert it/],
    [{ inputs: Buffer.from(blank).toString("base64") }, 422, /./],
    [{ inputs, parameters: 3 }, 400, "parameters must be an object."],
    [{ inputs, parameters: { top_k: 0 } }, 400, "parameters.top_k must be 1 or more."],
    [{ inputs, parameters: { top_k: 1.5 } }, 400, "parameters.top_k must be a whole number."],
    [{ inputs, parameters: { top_k: "3" } }, 400, "parameters.top_k must be a number."],
    [
      { inputs, parameters: { function_to_apply: "relu" } },
      400,
      "parameters.function_to_apply must be softmax or sigmoid or none.",
    ],
  ];

  it.each(refused)("%j is answered with %i", async (body, status, error) => {
    const response = await app.request(MODEL, json(body));
    expect(response.status).toBe(status);
    const message = typeof error === "string" ? error : expect.stringMatching(error);
    expect(await response.json()).toEqual({ error: message });
  });

  it.each([
    ["text", "seven", 415, /not an image/],
    ["nothing", "", 400, /empty: 0 bytes/],
    ["an image without a digit", blank, 422, /./],
    ["an image over the limit", new Uint8Array(6291457), 413, /6291456/],
  ])("so are the bytes of %s", async (_, body, status, error) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.stringMatching(error) });
  });

  it.each<[number, Access]>([
    [401, { token: "t0k.en" }],
    [429, { rateLimiter: { limit: async () => ({ success: false }) } }],
  ])("%i of an access check is worded so, too", async (status, access) => {
    const response = await createApp({ classifier, access }).request(MODEL, { method: "POST" });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String) });
  });
});
