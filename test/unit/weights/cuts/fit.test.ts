import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Example, Way } from "../../../../weights/cuts/examples.ts";
import { likelihood } from "../../../../weights/cuts/likelihood.ts";
import { forward, type Network, newNetwork } from "../../../../weights/cuts/network.ts";
import { isCutRight, sumPaths } from "../../../../weights/cuts/paths.ts";
import { networkOf, quantise } from "../../../../weights/cuts/quantise.ts";
import { scaleOf, standardise, unscaled } from "../../../../weights/cuts/scale.ts";
import { sourceOf } from "../../../../weights/cuts/sourceOf.ts";
import { train } from "../../../../weights/cuts/train.ts";
import { BIASES, UNITS, WEIGHTS } from "../../../../worker/writing/lines/cuts/worthWeights.ts";
import { randomFrom } from "../../random.ts";

/** Always the same: at the kink of a hidden unit a gradient cannot be measured. */
const random = randomFrom(1);
const COLUMNS = 5;

/** A lattice of five seams with all ways, one of them without ink; right is what goes 0, 1, 3, 4 or 0, 2, 3, 4. */
function lattice(): Example {
  const right = ["0 1", "1 3", "3 4", "0 2", "2 3"];
  const ways: Way[] = [];
  let pieces = 0;
  for (let to = 1; to < 5; to++) {
    for (let from = to - 1; from >= 0; from--) {
      const piece = from === 3 ? null : pieces++;
      ways.push({ from, to, piece, isRight: right.includes(`${from} ${to}`) });
    }
  }
  const inputs = Float32Array.from({ length: pieces * COLUMNS }, (_, i) =>
    i % COLUMNS === COLUMNS - 1 ? 1 : 4 * random() - 2,
  );
  return { kind: "touching/five", seams: 5, ways, inputs };
}

/** Every path, one by one. */
function pathsFrom({ ways, seams }: Example, seam = 0): Way[][] {
  if (seam === seams - 1) return [[]];
  return ways
    .filter(({ from }) => from === seam)
    .flatMap((way) => pathsFrom({ ways, seams } as Example, way.to).map((rest) => [way, ...rest]));
}

const worthOf = (path: Way[], worths: Float64Array) =>
  path.reduce((sum, { piece }) => sum + (piece === null ? 0 : worths[piece]), 0);

/** A network all of whose rows have weights. */
function someNetwork(): Network {
  const network = newNetwork(3, COLUMNS, random);
  return { ...network, weights: network.weights.map(() => 2 * random() - 1) };
}

describe("the fit of the cuts' weights", () => {
  it.each([false, true])(
    "sums over the paths as counting them does, onlyRight: %s",
    (onlyRight) => {
      const example = lattice();
      const { worths } = forward(someNetwork(), example.inputs);
      const paths = pathsFrom(example).filter(
        (path) => !onlyRight || path.every(({ isRight }) => isRight),
      );
      expect(paths).toHaveLength(onlyRight ? 2 : 8);
      const weights = paths.map((path) => Math.exp(worthOf(path, worths)));
      const total = weights.reduce((sum, weight) => sum + weight);
      const { logSum, shares } = sumPaths(example, worths, onlyRight);
      expect(logSum).toBeCloseTo(Math.log(total), 9);
      example.ways.forEach((way, i) => {
        const through = weights.filter((_, k) => paths[k].includes(way));
        expect(shares[i]).toBeCloseTo(through.reduce((sum, weight) => sum + weight, 0) / total, 9);
      });
    },
  );

  it("takes the path that is worth most", () => {
    for (let round = 0; round < 50; round++) {
      const example = lattice();
      const { worths } = forward(someNetwork(), example.inputs);
      const [best] = pathsFrom(example).sort((a, b) => worthOf(b, worths) - worthOf(a, worths));
      expect(isCutRight(example, worths)).toBe(best.every(({ isRight }) => isRight));
    }
  });

  it("has the gradient that small steps measure", () => {
    const [example, network] = [lattice(), someNetwork()];
    const gradient = new Float64Array(network.weights.length);
    likelihood(network, example, gradient);
    const at = (i: number, step: number) => {
      const weights = network.weights.map((weight, k) => (k === i ? weight + step : weight));
      return likelihood({ ...network, weights }, example, new Float64Array(weights.length));
    };
    const step = 2 ** -12;
    gradient.forEach((slope, i) => {
      expect((at(i, step) - at(i, -step)) / (2 * step)).toBeCloseTo(slope, 3);
    });
  });

  it("teaches nothing by a lattice without a right path", () => {
    const example = lattice();
    const ways = example.ways.map((way) => ({ ...way, isRight: false }));
    const gradient = new Float64Array(4 * COLUMNS);
    expect(likelihood(someNetwork(), { ...example, ways }, gradient)).toBe(-Infinity);
    expect(gradient.every((slope) => slope === 0)).toBe(true);
  });

  it("learns to cut what its inputs tell, also in six bits and of inputs as they are", () => {
    const examples = Array.from({ length: 64 }, lattice);
    for (const { ways, inputs } of examples) {
      for (const { piece, isRight } of ways) {
        if (piece !== null) inputs[piece * COLUMNS] = isRight ? 30 : 20;
      }
    }
    const raw = examples.map((example) => ({ ...example, inputs: example.inputs.slice() }));
    const scale = scaleOf(examples, COLUMNS);
    for (const { inputs } of examples) standardise(inputs, scale);
    const told: number[] = [];
    const network = train(examples, COLUMNS, 1, (_, likelihood) => told.push(likelihood));
    expect(told.at(-1)).toBeGreaterThan(told[0]);
    const six = networkOf(quantise(unscaled(network, scale), scale.deviations));
    const right = (by: Network, of: Example[]) =>
      of.filter((example) => isCutRight(example, forward(by, example.inputs).worths)).length;
    expect(right(network, examples)).toBeGreaterThan(60);
    expect(right(six, raw)).toBeGreaterThan(60);
  });

  it("writes the weights as they lie in the project", () => {
    const file = new URL("../../../../worker/writing/lines/cuts/worthWeights.ts", import.meta.url);
    const present = { weights: WEIGHTS, units: UNITS, biases: BIASES };
    expect(sourceOf(present)).toBe(readFileSync(file, "utf8"));
  });

  it("keeps weights that are in six bits already", () => {
    const present = { weights: WEIGHTS, units: UNITS, biases: BIASES };
    const again = quantise(networkOf(present), new Float64Array(136).fill(1));
    expect(sourceOf(again)).toBe(sourceOf(present));
  });
});
