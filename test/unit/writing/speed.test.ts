import { expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { judgeOf } from "../../../worker/classifier/judge.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { findWriting } from "../../../worker/writing/findWriting.ts";
import type { Judge } from "../../../worker/writing/Judge.ts";
import { segment } from "../../../worker/writing/lines/cuts/segment.ts";
import { findLines } from "../../../worker/writing/lines/findLines.ts";
import { plainSteps } from "../../../worker/writing/plainSteps.ts";
import { toPixels } from "../../../worker/writing/toPixels.ts";
import { drawPage } from "../../bench/pages.ts";
import { timeInTurn } from "../../bench/timing.ts";
import { noisePicture } from "../../bench/worst/noisePicture.ts";
import { draw } from "./drawings.ts";

/**
 * How many times faster the search must be with kernels than with JavaScript: about half of what it is, so
 * that a busy machine does not matter.
 */
const cases = [
  { side: 280, faster: 3 },
  { side: 640, faster: 4 },
];

/** The same for a page of 1,024 pixels to a side. */
const PAGE_FASTER = 2;

/** The same for noise, whose light is evened out on every ground. */
const NOISE_FASTER = 4;

/** In rounds of so many ms, of which the best counts. */
const EFFORT = { rounds: 10, budget: 30 };

it.each(cases)(
  "kernels find the digit of a canvas of $side pixels $faster times faster",
  async ({ side, faster }) => {
    const canvas = draw(7, { side, line: 0.07 * side });
    await expectFaster(faster, String(side), (judge) => toPixels(canvas, "always", judge));
  },
);

it(`kernels look through noise ${NOISE_FASTER} times faster`, async () => {
  const noise = decodeImage(noisePicture(362, { colourType: 0, depth: 8 }), defaultLimits);
  await expectFaster(NOISE_FASTER, "noise", (judge) => findWriting(noise, judge));
});

it(`kernels read a page of 30 digits ${PAGE_FASTER} times faster`, async () => {
  const page = decodeImage(drawPage(6, 5), defaultLimits);
  await expectFaster(PAGE_FASTER, "page", (judge) => findLines(page, judge, segment));
});

/** Does the same with kernels and with JavaScript in turn, and expects the best times to be that far apart. */
async function expectFaster(
  faster: number,
  name: string,
  call: (judge: Judge) => unknown,
): Promise<void> {
  const judge = judgeOf(await createClassifier());
  const plainJudge = { ...judge, steps: plainSteps };
  const [fast, plain] = await timeInTurn(
    [
      { name: "kernels", call: () => call(judge) },
      { name: "JavaScript", call: () => call(plainJudge) },
    ],
    EFFORT,
  );
  const message = `${fast.min.toFixed(0)} µs, JavaScript ${plain.min.toFixed(0)} µs`;
  expect(plain.min / fast.min, message).toBeGreaterThan(faster);
  console.log(`${name}: ${message}, ${(plain.min / fast.min).toFixed(1)} times as long`);
}
