import { describe, expect, it } from "vitest";
import { app, blank, json, sample, seven } from "./service.ts";
import { INFER, infer, inferBinary, LENGTH, outputsOf } from "./tensors.ts";

const three = sample(3);
const base64 = (file: Uint8Array) => Buffer.from(file).toString("base64");

/** A tensor of files in base64. */
function inJson(data: unknown[], shape: number[] = [data.length]) {
  return { inputs: [{ name: "input", datatype: "BYTES", shape, data }] };
}

/** Elements as they stand behind the JSON: each behind its length, little-endian. */
function elements(...files: Uint8Array[]): Uint8Array {
  const parts = files.flatMap((file) => [new Uint8Array(Uint32Array.of(file.length).buffer), file]);
  return new Uint8Array(Buffer.concat(parts));
}

/** A tensor of files behind the JSON. */
function behind(bytes: Uint8Array, shape: number[], told: number | null = bytes.length) {
  const parameters = { binary_data_size: told };
  return inferBinary({ inputs: [{ name: "input", datatype: "BYTES", shape, parameters }] }, bytes);
}

describe("POST …/infer with image files", () => {
  it.each([
    ["base64", inJson([base64(seven), base64(three)])],
    ["data URLs", inJson([seven, three].map((file) => `data:image/png;base64,${base64(file)}`))],
    ["a nested shape", inJson([[base64(seven)], [base64(three)]], [2, 1])],
    ["a nested shape, flat", inJson([base64(seven), base64(three)], [2, 1])],
  ])("takes them in JSON: %s", async (_, body) => {
    const { outputs } = await (await infer(body)).json();
    expect(outputs).toEqual(Object.values(outputsOf(7, 3)));
  });

  it.each([
    ["the shape [N]", [2], undefined],
    ["the shape [N, 1]", [2, 1], undefined],
    ["no size, as OpenVINO's clients may", [2], null],
  ])("takes them in binary, with their lengths: %s", async (_, shape, told) => {
    const bytes = elements(seven, three);
    const { outputs } = await (await behind(bytes, shape, told)).json();
    expect(outputs).toEqual(Object.values(outputsOf(7, 3)));
  });

  it("takes one without its length, as OpenVINO's earlier clients send it", async () => {
    const { outputs } = await (await behind(seven, [1])).json();
    expect(outputs).toEqual(Object.values(outputsOf(7)));
  });
});

describe("Image files that …/infer cannot serve", () => {
  const lengths = /^The input's \d+ bytes are not \d files, each behind its length in 4 bytes/;

  it.each([
    ["a shape of images", inJson([base64(seven)], [1, 28, 28]), 400, /\[N\] or \[N, 1\] for BYTES/],
    ["no file", inJson([], [0]), 400, /\[N\] or \[N, 1\] for BYTES/],
    ["a file too few", inJson([base64(seven)], [2]), 400, /has 1 values, but its shape makes 2/],
    ["no base64", inJson(["<script>"]), 400, /^Value 0 of the input is not valid base64/],
    ["a URL", inJson(["https://example.com/7.png"]), 400, /^Value 0 .* fetches nothing/],
    ["a number", inJson([7]), 400, /^Value 0 of the input is not valid base64/],
    ["a text", inJson([base64(seven), "c2V2ZW4="]), 400, /^Image 2 of 2: .*not a PNG/],
    ["an image without a digit", inJson([base64(blank)]), 422, /./],
    ["more than MAX_PARTS", inJson([], [65]), 413, /65 files; a request may have 64/],
  ])("in JSON: %s", async (_, body, status, error) => {
    const response = await app.request(INFER, json(body));
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.stringMatching(error) });
  });

  it.each([
    ["a length over the end", elements(seven).slice(0, -1), [1], lengths],
    ["bytes that are left over", elements(seven, seven), [1], lengths],
    ["a file too few", elements(seven), [2], lengths],
    ["half a length", new Uint8Array(3), [1], lengths],
    ["two files without lengths", new Uint8Array([...seven, ...seven]), [2], lengths],
    ["an empty file", elements(new Uint8Array()), [1], /empty/],
  ])("in binary: %s", async (_, bytes, shape, error) => {
    const response = await behind(bytes, shape);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringMatching(error) });
  });

  it("in binary, after bytes that are not theirs", async () => {
    const response = await infer(inJson([base64(seven)]), { [LENGTH]: "10" });
    expect(response.status).toBe(400);
  });
});
