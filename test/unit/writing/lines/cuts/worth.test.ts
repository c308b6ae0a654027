import { expect, it } from "vitest";
import { forward } from "../../../../../weights/cuts/network.ts";
import { networkOf } from "../../../../../weights/cuts/quantise.ts";
import { createClassifier } from "../../../../../worker/adapters/node.ts";
import { judgeOf } from "../../../../../worker/classifier/judge.ts";
import { latticeOf } from "../../../../../worker/writing/lines/cuts/lattice.ts";
import { inputsOf, worthOf } from "../../../../../worker/writing/lines/cuts/worth.ts";
import { BIASES, UNITS, WEIGHTS } from "../../../../../worker/writing/lines/cuts/worthWeights.ts";

const network = networkOf({ weights: WEIGHTS, units: UNITS, biases: BIASES });

/** Three 1s and a stroke through all of them. */
const writing = {
  width: 64,
  height: 34,
  levels: new Uint8Array(64 * 34).map((_, i) => {
    const [x, y] = [i % 64, Math.floor(i / 64)];
    const isStem = x % 20 >= 10 && x % 20 < 14 && x < 60 && y > 0 && y < 33;
    return isStem || (x > 10 && x < 54 && y > 14 && y < 18) ? 255 : 0;
  }),
};

it("is what the network that was fitted makes of the inputs, at any height", async () => {
  const judge = judgeOf(await createClassifier());
  const { edges } = latticeOf(writing, { left: 0, top: 0, width: 62, height: 32 }, 32, judge);
  const candidates = edges.flatMap(({ candidate }) => candidate ?? []);
  expect(candidates.length).toBeGreaterThan(5);
  for (const candidate of candidates) {
    const worth = worthOf(candidate);
    for (const height of [24, 32, 40]) {
      const inputs = Float32Array.of(...inputsOf(candidate, height), 1);
      expect(worth(height)).toBeCloseTo(forward(network, inputs).worths[0], 3);
    }
  }
});
