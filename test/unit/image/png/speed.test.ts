import { expect, it } from "vitest";
import { pixelDecoder } from "../../../../worker/image/png/decodeInKernels.ts";
import { decodePlainly } from "../../../../worker/image/png/decodePlainly.ts";
import { checkStructure } from "../../../../worker/image/png/structure.ts";
import { canvas, noisyPhotograph } from "../../../bench/pictures/drawnPngs.ts";
import { timeInTurn } from "../../../bench/timing.ts";
import { kernels } from "../decodeBothWays.ts";

/**
 * How many times faster the kernels must be than JavaScript, inflation included, which is the same for
 * both: about half of what they are, so that a busy machine does not matter.
 */
const cases = [
  { picture: "a canvas of 280×280", file: await canvas(280), faster: 2.5 },
  { picture: "a canvas of 1,024×1,024", file: await canvas(1024), faster: 4 },
  { picture: "a noisy photograph of 1,024×1,024", file: await noisyPhotograph(1024), faster: 1.2 },
];

/** In rounds of so many ms, of which the best counts. */
const EFFORT = { rounds: 10, budget: 30 };

it.each(cases)("kernels decode $picture $faster times faster than JavaScript", async (given) => {
  const structure = checkStructure(given.file);
  const decodeInKernels = pixelDecoder(kernels);
  const [fast, plain] = await timeInTurn(
    [
      { name: "kernels", call: () => decodeInKernels(structure, 1) },
      { name: "JavaScript", call: () => decodePlainly(structure, 1) },
    ],
    EFFORT,
  );
  const message = `${fast.min.toFixed(0)} µs, JavaScript ${plain.min.toFixed(0)} µs`;
  expect(plain.min / fast.min, message).toBeGreaterThan(given.faster);
  console.log(`${given.picture}: ${message}, ${(plain.min / fast.min).toFixed(1)} times as long`);
});
