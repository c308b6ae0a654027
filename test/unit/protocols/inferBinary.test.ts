import { describe, expect, it } from "vitest";
import { app, sample } from "./service.ts";
import {
  greyLevels,
  INFER,
  infer,
  inferBinary,
  inputOf,
  LENGTH,
  normalised,
  outputsOf,
  readBinary,
} from "./tensors.ts";

const expected = outputsOf(3, 8);
const label = expected.label.data.map(BigInt);

/** A tensor whose values stand behind the JSON. */
function behind(datatype: string, bytes: Uint8Array, shape = [2, 1, 28, 28]) {
  return { name: "input", datatype, shape, parameters: { binary_data_size: bytes.length } };
}

const grey = greyLevels(3, 8);
const floats = new Uint8Array(normalised(grey).buffer);

describe("POST …/infer with tensors in binary", () => {
  it.each([
    ["UINT8", grey],
    ["FP32", floats],
  ])("takes %s behind the JSON, at any offset", async (datatype, bytes) => {
    for (const id of ["", "1", "12", "123"]) {
      const response = await inferBinary({ id, inputs: [behind(datatype, bytes)] }, bytes);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(response.headers.has(LENGTH)).toBe(false);
      expect(await response.json()).toMatchObject({ id, outputs: Object.values(expected) });
    }
  });

  it("answers every output in binary where binary_data_output asks for it", async () => {
    const parameters = { binary_data_output: true };
    for (const response of [
      await infer({ inputs: [inputOf(3, 8)], parameters }),
      await inferBinary({ inputs: [behind("UINT8", grey)], parameters }, grey),
    ]) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/octet-stream");
      const { answer, values, left } = await readBinary(response);
      expect(answer).toEqual({
        model_name: "mnist-classifier",
        model_version: "1",
        outputs: [tensor("probabilities", 80), tensor("logits", 80), tensor("label", 16)],
      });
      expect(values).toEqual({
        probabilities: expected.probabilities.data,
        logits: expected.logits.data,
        label,
      });
      expect(left).toBe(0);
    }
  });

  it("answers in binary the outputs whose binary_data asks for it", async () => {
    const response = await infer({
      inputs: [inputOf(3, 8)],
      outputs: [
        { name: "label", parameters: { binary_data: true } },
        { name: "logits" },
        { name: "probabilities", parameters: { binary_data: true } },
      ],
    });
    const { answer, values, left } = await readBinary(response);
    expect(answer.outputs).toEqual([
      tensor("label", 16),
      expected.logits,
      tensor("probabilities", 80),
    ]);
    expect(values).toMatchObject({ label, probabilities: expected.probabilities.data });
    expect(left).toBe(0);
  });

  it("lets an output's binary_data hold before binary_data_output", async () => {
    const response = await infer({
      inputs: [inputOf(3, 8)],
      outputs: [{ name: "label", parameters: { binary_data: false } }, { name: "logits" }],
      parameters: { binary_data_output: true },
    });
    const { answer } = await readBinary(response);
    expect(answer.outputs).toEqual([expected.label, tensor("logits", 80)]);
  });

  it("takes 1,024 images", async () => {
    const bytes = new Uint8Array(new Float32Array(1024 * 784).fill(-1).buffer);
    const parameters = { binary_data_output: true };
    const inputs = [behind("FP32", bytes, [1024, 784])];
    const { values } = await readBinary(await inferBinary({ inputs, parameters }, bytes));
    expect(values.label).toHaveLength(1024);
  });

  it("takes the bytes whose size is left out, as OpenVINO's clients may", async () => {
    const inputs = [{ name: "input", datatype: "UINT8", shape: [2, 784] }];
    const response = await inferBinary({ inputs, outputs: [{ name: "label" }] }, grey);
    expect(await response.json()).toMatchObject({ outputs: [expected.label] });
  });

  it("takes a header that counts the whole body", async () => {
    const body = { inputs: [inputOf(3, 8)], outputs: [{ name: "label" }] };
    const length = String(JSON.stringify(body).length);
    const response = await infer(body, { [LENGTH]: length });
    expect(await response.json()).toMatchObject({ outputs: [expected.label] });
  });
});

describe("POST …/infer without any JSON", () => {
  it.each([
    ["FP32 of two images", floats, { shape: [2], data: label }],
    ["an image file", sample(3), { shape: [1], data: [3n] }],
  ])("takes %s, and answers in binary", async (_, body, { shape, data }) => {
    const response = await app.request(INFER, { method: "POST", body, headers: { [LENGTH]: "0" } });
    const { answer, values, left } = await readBinary(response);
    expect(answer.outputs.at(-1)).toMatchObject({ name: "label", shape });
    expect([values.label, left]).toEqual([data, 0]);
  });
});

/** An output's description where its values stand behind the JSON. */
function tensor(name: keyof typeof expected, binary_data_size: number) {
  const { data: _, ...description } = expected[name];
  return { ...description, parameters: { binary_data_size } };
}
