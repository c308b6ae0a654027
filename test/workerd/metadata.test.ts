import { expect, it } from "vitest";
import weights from "../../build/mnist-classifier.bin";
import { readPackedWeights } from "../../worker/classifier/packedWeights.ts";
import { request } from "./service.ts";

it("GET /model/metadata answers MAX's six fields, as the weights file has them", async () => {
  const response = await request("/model/metadata");
  expect(response.headers.get("content-type")).toBe("application/json");

  const { id, name, description, source, license } = readPackedWeights(weights).metadata;
  const expected = { id, name, description, type: "Digit recognition", source, license };
  const answer = await response.json<Record<string, string>>();
  expect(answer).toEqual(expected);
  expect(Object.keys(answer)).toEqual(Object.keys(expected));
});
