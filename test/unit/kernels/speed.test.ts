import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { PIXELS } from "../../../worker/classifier/kernels.ts";
import { argmax } from "../../../worker/classifier/softmax.ts";
import { SEVEN_PIXELS, someImages } from "../../bench/images.ts";
import { naiveNet } from "../../bench/naiveNet.ts";
import { readParameters } from "../../bench/parameters.ts";
import { timeInTurn } from "../../bench/timing.ts";

/**
 * How many times faster than plain loops in JavaScript the kernels must be: about half of what
 * they are, so that a flag or a change that costs a factor of two shows, and a busy machine does not.
 */
const FASTER = 36;

/** In rounds of 10 ms each, of which the best counts. */
const EFFORT = { rounds: 30, budget: 10 };

/** Images on which both have to agree, and how far their logits may be apart. */
const IMAGES = 300;
const TOLERANCE = 0.005;

const naive = naiveNet(readParameters());

describe("the kernels beside plain loops in JavaScript", () => {
  it("make the same of every image", async () => {
    const classifier = await createClassifier();
    const pixels = someImages(IMAGES);
    classifier.classifyBatch(pixels, IMAGES).forEach(({ digit, logits }, i) => {
      const expected = naive(pixels.subarray(PIXELS * i, PIXELS * (i + 1)));
      expect(digit, `image ${i}`).toBe(argmax(expected));
      const error = Math.max(...expected.map((logit, k) => Math.abs(logit - logits[k])));
      expect(error, `image ${i}`).toBeLessThan(TOLERANCE);
    });
  });

  it(`are ${FASTER} times faster`, async () => {
    const bytes = readFileSync(new URL("../../../build/kernels.wasm", import.meta.url));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    const forward = exports.forward as () => void;
    const [kernels, loops] = await timeInTurn(
      [
        { name: "kernels", call: () => forward() },
        { name: "loops", call: () => naive(SEVEN_PIXELS) },
      ],
      EFFORT,
    );
    const ratio = loops.min / kernels.min;
    const message = `${kernels.min.toFixed(2)} µs, plain loops ${loops.min.toFixed(2)} µs`;
    expect(ratio, message).toBeGreaterThan(FASTER);
    console.log(`kernels: ${message}, ${ratio.toFixed(1)} times as long`);
  });
});
