import type { GreyImage } from "../image/GreyImage.ts";
import { fineMask } from "./form/fineMask.ts";
import { place } from "./form/place.ts";
import { evenStroke } from "./form/stroke.ts";
import { flatten } from "./ground/flatten.ts";
import { evenOut } from "./ground/ground.ts";
import { inkIsDark } from "./ground/polarity.ts";
import { otsu } from "./ground/threshold.ts";
import type { Plane } from "./Plane.ts";
import { findComponents } from "./strokes/components.ts";
import { crop } from "./strokes/crop.ts";
import { unlikeInk, unlikeParts, unlikeStrokes } from "./strokes/legible.ts";
import { eraseRules } from "./strokes/rules.ts";
import { dropFrames, dropSpecks } from "./strokes/select.ts";

/** A level counts as part of a stroke from this share of the threshold on. */
const WEAK = 0.6;

/** The ink that was found in an image, or why no digit can be made out. */
export type Found = {
  /** Composited grey levels. */
  flat: Plane;
  /** How much ink, in even light and without ruled lines: 0 ground … 255. */
  ink: Plane;
} & (
  | {
      /** The digit cut out, with a margin of one pixel: levels from BRIGHT on are ink. */
      crop: Plane;
    }
  | {
      /** Tells the sender why. */
      refusal: string;
    }
);

/** Finds a digit's ink in an image of any size, in time linear in its pixels. */
export function findInk(image: GreyImage): Found {
  const flat = flatten(image);
  const ink = evenOut(flat, inkIsDark(flat));
  const first = otsu(ink);
  // Before lines are erased as well: in noise there are places where erasing leaves something.
  const noisy = unlikeInk(first);
  if (!first || noisy) return { flat, ink, refusal: noisy };
  const isRuled = eraseRules(ink, WEAK * first.level);
  const threshold = isRuled ? otsu(ink) : first;
  const faint = unlikeInk(threshold);
  if (!threshold || faint) return { flat, ink, refusal: faint };
  const labelled = findComponents(ink, WEAK * threshold.level, threshold.level);
  const candidates = dropFrames(labelled.components, ink);
  const chosen = dropSpecks(candidates);
  const scattered = unlikeParts(chosen, candidates);
  if (scattered) return { flat, ink, refusal: scattered };
  const cutOut = crop(ink, threshold.level, labelled, chosen);
  const refusal = unlikeStrokes(cutOut);
  return refusal ? { flat, ink, refusal } : { flat, ink, crop: cutOut };
}

/**
 * Makes a digit's ink into what MNIST is made of: strokes of its width, scaled to fit 20×20 and
 * placed in 28×28.
 *
 * @param cutOut as findInk cuts it
 * @returns grey levels [28][28], row-major, light ink on a dark ground
 */
export function drawDigit(cutOut: Plane): Uint8Array {
  return place(evenStroke(fineMask(cutOut)));
}
