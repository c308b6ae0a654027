import { InputError } from "../errors/InputError.ts";
import type { GreyImage } from "../image/GreyImage.ts";
import { findWriting } from "./findWriting.ts";
import { isMnistForm } from "./form/mnistForm.ts";
import { resize } from "./form/resize.ts";
import { SIDE } from "./form/side.ts";
import { border, median } from "./ground/border.ts";
import { flatten } from "./ground/flatten.ts";
import type { Judge, NoJudge } from "./Judge.ts";
import { countDigits } from "./lines/several.ts";
import { BRIGHT } from "./Plane.ts";

/** Which images are normalised: those that need it, all, or none. */
export const NORMALIZE = ["auto", "always", "never"] as const;
export type Normalize = (typeof NORMALIZE)[number];

/**
 * Makes the net's input of an image: 28×28 grey levels, light ink on a dark ground.
 *
 * - `auto`: an opaque 28×28 image in MNIST's form keeps its grey levels bit for bit. Every other is
 *   normalised.
 * - `always`: every image is normalised.
 * - `never`: an opaque 28×28 image keeps its grey levels bit for bit. Every other is composited,
 *   scaled to 28×28 by averaging areas, and inverted where its border is bright.
 *
 * @param judge tells writing from other things; where there is none, shapes alone have to
 * @returns grey levels [28][28], row-major
 * @throws InputError 422 if no digit can be made out, or plainly several, under `auto` and `always`
 */
export function toPixels(
  image: GreyImage,
  normalize: Normalize,
  judge: Judge | NoJudge,
): Uint8Array {
  const isInput = image.width === SIDE && image.height === SIDE && image.alpha === null;
  if (normalize === "never") return isInput ? image.grey : plainDigit(image);

  if (normalize === "auto" && isInput && isMnistForm(image.grey)) return image.grey;
  const found = findWriting(image, judge);
  const count = judge.judge ? countDigits(found, judge) : 1;
  if (count > 1) throw new InputError(422, tooMany(count));
  const { best, refusal } = found;
  if (!best) throw new InputError(422, refusal);
  return best.judged.pixels;
}

function tooMany(count: number): string {
  return `There are at least ${count} digits in the image, and one is expected. Send it to /model/read, which reads them all, or send a picture of one digit.`;
}

function plainDigit(image: GreyImage): Uint8Array {
  const small = resize(flatten(image), SIDE, SIDE);
  const isBright = median(border(small)) >= BRIGHT;
  return isBright ? small.levels.map((level) => 255 - level) : small.levels;
}
