import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { smokeTest } from "../../../weights/smokeTest.ts";
import { readPackedWeights, writePackedWeights } from "../../../worker/classifier/packedWeights.ts";

const build = new URL("../../../build/", import.meta.url);
const kernels = new WebAssembly.Module(readFileSync(new URL("kernels.wasm", build)));
const packed = new Uint8Array(readFileSync(new URL("mnist-classifier.bin", build)));

describe("the build's smoke test", () => {
  it("accepts what the build has packed", () => {
    expect(() => smokeTest(kernels, packed)).not.toThrow();
  });

  it("refuses weights that classify the samples wrongly, saying as what and where to look", () => {
    const { metadata, parameters } = readPackedWeights(packed.buffer);
    const zeros = writePackedWeights({ metadata, parameters: parameters.map(() => 0) });
    expect(() => smokeTest(kernels, zeros)).toThrow(
      /classified as (0, ){9}0\.\n.*weights\/README\.md.*\n.*layOut\.ts/,
    );
  });
});
