import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { imageClassification, request } from "@huggingface/inference";
import { afterAll, describe, expect, it } from "vitest";
import { serve } from "./httpServer.ts";
import { blank, resultOf, seven } from "./service.ts";

const { url, close } = await serve();
afterAll(close);

const endpointUrl = `${url}/models/mnist-classifier`;
const best = { label: "7", score: resultOf(7).probability };

describe("@huggingface/inference", () => {
  it.each([
    ["a Blob", { data: new Blob([seven], { type: "image/png" }) }],
    ["a Blob without a type", { data: new Blob([seven]) }],
    ["an ArrayBuffer", { data: seven.buffer }],
    ["a Blob as inputs", { inputs: new Blob([seven]) }],
  ])("classifies %s", async (_, image) => {
    const answer = await imageClassification({ ...image, endpointUrl });
    expect(answer).toHaveLength(10);
    expect(answer[0]).toEqual(best);
  });

  // Its imageClassification sends the image alone, whatever parameters it is given.
  it("takes parameters beside an image in base64", async () => {
    const inputs = Buffer.from(seven).toString("base64");
    const task = "image-classification";
    const body = { inputs, parameters: { top_k: 3 }, endpointUrl };
    const answer = await request<unknown[]>(body, { task });
    expect(answer).toHaveLength(3);
    expect(answer[0]).toEqual(best);
  });

  it("tells what the service says of a picture without a digit", async () => {
    const classified = imageClassification({ data: new Blob([blank]), endpointUrl });
    await expect(classified).rejects.toMatchObject({
      message: expect.stringMatching(/^Failed to perform inference: .*digit/),
      httpResponse: { status: 422, requestId: expect.stringMatching(/^[\w-]{36}$/) },
    });
  });
});

const { status } = spawnSync("python3", ["-c", "import huggingface_hub"]);
const python = `
import sys
from huggingface_hub import InferenceClient
url, image = sys.argv[1:]
client = InferenceClient()
print([d.label for d in client.image_classification(image, model=url)])
print([d.label for d in client.image_classification(image, model=url, top_k=2)])
`;

describe("huggingface_hub", () => {
  it.skipIf(status !== 0)("classifies a file (skipped where it is not installed)", async () => {
    const image = new URL("../../../samples/7.png", import.meta.url).pathname;
    const { stdout } = await promisify(execFile)("python3", ["-c", python, endpointUrl, image]);
    const [all, two] = stdout.trim().split("\n");
    expect(all).toMatch(/^\['7', ('\d'(, )?){9}\]$/);
    expect(two).toMatch(/^\['7', '\d'\]$/);
  });

  it.each([
    ["an image alone", seven, {}],
    ["an image alone, typed by its name", seven, { "Content-Type": "image/png" }],
    ["parameters", withParameters(), {}],
    ["parameters, typed", withParameters(), { "Content-Type": "application/json" }],
  ])("is answered what it sends for %s", async (_, body, headers) => {
    const response = await fetch(endpointUrl, { method: "POST", body, headers });
    expect(await response.json()).toContainEqual(best);
  });
});

/** The client encodes its JSON itself, so that its HTTP library declares no type. */
function withParameters(): Uint8Array<ArrayBuffer> {
  const inputs = Buffer.from(seven).toString("base64");
  return new TextEncoder().encode(JSON.stringify({ inputs, parameters: { top_k: 2 } }));
}
