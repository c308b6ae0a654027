import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { layOutParameters } from "../../../weights/layOut.ts";
import { bindKernels } from "../../../worker/classifier/kernels.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { noJudge } from "../../../worker/writing/plainSteps.ts";
import { toPixels } from "../../../worker/writing/toPixels.ts";
import { naiveNet } from "../../bench/naiveNet.ts";
import { readParameters } from "../../bench/parameters.ts";

const root = new URL("../../../", import.meta.url);
const kernels = new WebAssembly.Module(readFileSync(new URL("build/kernels.wasm", root)));
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => {
  const png = readFileSync(new URL(`samples/${digit}.png`, root));
  return toPixels(decodeImage(new Uint8Array(png), defaultLimits), "auto", noJudge);
});

describe("quantised convolutions", () => {
  it.each([
    { filter: "as trained", weight: undefined, bias: undefined },
    { filter: "never above 0", weight: -0.1, bias: -10 },
    { filter: "hardly ever above 0", weight: -0.1, bias: -2.4999 },
    { filter: "of zeros", weight: 0, bias: 0 },
    { filter: "of a large bias beside small weights", weight: 0.001, bias: -10 },
    { filter: "always far above 0", weight: 0.001, bias: 100 },
  ])("compute what floats do, with a filter $filter", ({ weight, bias }) => {
    const parameters = structuredClone(readParameters());
    if (weight !== undefined) parameters["conv1.weight"].fill(weight, 0, 25);
    if (bias !== undefined) parameters["conv1.bias"][0] = bias;

    const net = bindKernels(new WebAssembly.Instance(kernels), {
      metadata: { id: "", name: "", description: "", source: "", license: "" },
      parameters: layOutParameters(kernels, parameters),
    });
    const reference = naiveNet(parameters);
    for (const pixels of digits) {
      net.pixels.set(pixels);
      net.forward();
      const expected = reference(pixels);
      const scale = Math.max(1, ...expected.map(Math.abs));
      net.logits.forEach((logit, i) => {
        expect(Math.abs(logit - expected[i]) / scale).toBeLessThan(5e-3);
      });
    }
  });
});
