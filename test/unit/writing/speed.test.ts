import { expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { judgeOf } from "../../../worker/classifier/judge.ts";
import { plainSteps } from "../../../worker/writing/plainSteps.ts";
import { toPixels } from "../../../worker/writing/toPixels.ts";
import { timeInTurn } from "../../bench/timing.ts";
import { draw } from "./drawings.ts";

/**
 * How many times faster the search must be with kernels than with JavaScript: about half of what it is, so
 * that a busy machine does not matter.
 */
const cases = [
  { side: 280, faster: 3 },
  { side: 640, faster: 4 },
];

/** In rounds of so many ms, of which the best counts. */
const EFFORT = { rounds: 10, budget: 30 };

it.each(cases)(
  "kernels find the digit of a canvas of $side pixels $faster times faster",
  async (given) => {
    const judge = judgeOf(await createClassifier());
    const canvas = draw(7, { side: given.side, line: 0.07 * given.side });
    const [fast, plain] = await timeInTurn(
      [
        { name: "kernels", call: () => toPixels(canvas, "always", judge) },
        {
          name: "JavaScript",
          call: () => toPixels(canvas, "always", { ...judge, steps: plainSteps }),
        },
      ],
      EFFORT,
    );
    const message = `${fast.min.toFixed(0)} µs, JavaScript ${plain.min.toFixed(0)} µs`;
    expect(plain.min / fast.min, message).toBeGreaterThan(given.faster);
    console.log(`${given.side}: ${message}, ${(plain.min / fast.min).toFixed(1)} times as long`);
  },
);
