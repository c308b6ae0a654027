import { describe, expect, it } from "vitest";
import { app, json } from "./service.ts";
import { greyLevels, INFER, infer, inputOf, nested, normalised, outputsOf } from "./tensors.ts";

const model = { model_name: "mnist-classifier", model_version: "1" };
const all = (...digits: number[]) => Object.values(outputsOf(...digits));

const shapes = [
  [2, 1, 28, 28],
  [2, 28, 28],
  [2, 784],
];

describe("POST …/infer with JSON", () => {
  it("answers all outputs where none is named", async () => {
    for (const more of [{}, { outputs: [] }, { outputs: null, id: null, parameters: null }]) {
      const response = await infer({ inputs: [inputOf(7)], ...more });
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(await response.json()).toEqual({ ...model, outputs: all(7) });
    }
  });

  it("answers the same for the model's version", async () => {
    const path = INFER.replace("/infer", "/versions/1/infer");
    const response = await app.request(path, json({ inputs: [inputOf(7)] }));
    expect(await response.json()).toEqual({ ...model, outputs: all(7) });
  });

  it.each(["UINT8", "FP32"])("takes %s in each shape, nested and flat", async (datatype) => {
    const grey = greyLevels(3, 8);
    const values = [...(datatype === "FP32" ? normalised(grey) : grey)];
    for (const shape of shapes) {
      for (const data of [values, nested(values, shape)]) {
        const response = await infer({ inputs: [{ name: "input", datatype, shape, data }] });
        expect(await response.json()).toEqual({ ...model, outputs: all(3, 8) });
      }
    }
  });

  it("takes every grey level's FP32 for what it stands", async () => {
    const grey = new Uint8Array(784).map((_, i) => i % 256);
    const classify = async (datatype: string, data: number[]) => {
      const response = await infer({
        inputs: [{ name: "input", datatype, shape: [1, 784], data }],
      });
      return response.json();
    };
    const expected = await classify("UINT8", [...grey]);
    expect(await classify("FP32", [...normalised(grey)])).toEqual(expected);
    expect(
      await classify(
        "FP32",
        [...grey].map((x) => x / 127.5 - 1),
      ),
    ).toEqual(expected);
  });

  it.each([
    [["label"]],
    [["logits", "probabilities"]],
    [["label", "probabilities", "logits"]],
  ] as const)("answers the outputs %j, in their order", async (names) => {
    const outputs = names.map((name) => ({ name }));
    const response = await infer({ inputs: [inputOf(1, 2)], outputs });
    expect(await response.json()).toEqual({
      ...model,
      outputs: names.map((name) => outputsOf(1, 2)[name]),
    });
  });

  it.each(["42", "", 'ü\ud800"\\', "[{:".repeat(2000), '"[{'.repeat(2000)])(
    "repeats the id %j",
    async (id) => {
      const response = await infer({ id, inputs: [inputOf(7)], outputs: [{ name: "label" }] });
      expect(await response.json()).toEqual({ ...model, id, outputs: [outputsOf(7).label] });
    },
  );

  it("takes no notice of what else a client sends", async () => {
    const response = await infer({
      model_name: "another",
      inputs: [{ ...inputOf(7), parameters: { content_type: "np" }, more: 1 }],
      outputs: [{ name: "label", parameters: { classification: 3 } }],
      parameters: { priority: 1, timeout: 5 },
      more: {},
    });
    expect(await response.json()).toEqual({ ...model, outputs: [outputsOf(7).label] });
  });

  it("takes 1,024 images, nested or flat", async () => {
    const shape = [1024, 1, 28, 28];
    const zeros = Array(1024 * 784).fill(0);
    for (const data of [zeros, nested(zeros, shape)]) {
      const response = await infer({ inputs: [{ name: "input", datatype: "UINT8", shape, data }] });
      expect(response.status).toBe(200);
      const { outputs } = (await response.json()) as { outputs: { data: number[] }[] };
      expect(outputs.map(({ data }) => data.length)).toEqual([10240, 10240, 1024]);
    }
  });
});
