import type { Threshold } from "../ground/threshold.ts";
import { BRIGHT, boxAround, longerSide, type Plane } from "../Plane.ts";
import type { Shape } from "./shapes.ts";

/** Ink stands out from its ground by this many grey levels in full light … */
const LEAST_CONTRAST = 7;

/** … and by this many times the ground's standard deviation. Noise parted in two reaches 4. */
const LEAST_SEPARATION = 5;

/** A smaller standard deviation, in grey levels, is no noise. */
const LEAST_NOISE = 1;

/** Pixels along the longer side of a digit's largest part. */
const LEAST_SIDE = 5;

/** The same as a share of the whole digit's longer side. */
const LEAST_SHARE = 0.2;

/** The most parts that a digit may be broken into. */
const MOST_PARTS = 12;

/** The share of the ink that is the digit's, where frames do not count. */
const LEAST_PART = 0.5;

/** The longest outline of a digit, in widths and heights of its box: MNIST's longest is 5.5. */
const LONGEST_OUTLINE = 7;

const BLANK = "The image is blank: there is no digit in it. Draw one and try again.";
const unclear = (reason: string) =>
  `No digit can be made out in the image: ${reason}. Send a picture of one digit.`;

/**
 * Judges what was parted into ground and ink.
 *
 * @param threshold null where nothing could be parted
 * @returns why it is no ink, for the sender; empty if it may be
 */
export function unlikeInk(threshold: Threshold | null): string {
  if (!threshold || threshold.contrast < LEAST_CONTRAST) return BLANK;
  const separation = threshold.contrast / Math.max(LEAST_NOISE, threshold.noise);
  return separation < LEAST_SEPARATION ? unclear("nothing stands out from its ground") : "";
}

/**
 * Judges the components that were chosen.
 *
 * @param candidates among which they were: no frames
 * @returns why they make no digit, for the sender; empty if they may
 */
export function unlikeParts(chosen: Shape[], candidates: Shape[]): string {
  if (chosen.length > MOST_PARTS) return unclear(`its ink is in ${chosen.length} parts`);
  const largest = Math.max(0, ...chosen.map(({ box }) => longerSide(box)));
  const least = Math.max(LEAST_SIDE, LEAST_SHARE * longerSide(boxAround(chosen)));
  if (area(chosen) < LEAST_PART * area(candidates)) return unclear("it is full of small things");
  return largest < least ? unclear("there are only specks in it") : "";
}

/**
 * Judges their shape.
 *
 * @param crop levels from BRIGHT on are ink, with a margin of one pixel
 * @returns why it is no digit's, for the sender; empty if it may be
 */
export function unlikeStrokes(crop: Plane): string {
  const [width, height] = [crop.width - 2, crop.height - 2];
  return outline(crop) > LONGEST_OUTLINE * (width + height) ? unclear("it is full of lines") : "";
}

function area(components: Shape[]): number {
  return components.reduce((sum, component) => sum + component.area, 0);
}

/** The length of the ink's outline, in sides of pixels. */
function outline({ width, levels }: Plane): number {
  let sides = 0;
  for (let row = width; row < levels.length; row += width) {
    sides += sidesOfRow(levels, row, width);
  }
  return sides;
}

function sidesOfRow(levels: Uint8Array, start: number, width: number): number {
  let sides = 0;
  let before = levels[start - 1];
  for (let x = 0; x < width; x++) {
    const level = levels[start + x];
    const above = levels[start - width + x];
    // Where one of two is ink and the other is not, they differ in the bit of BRIGHT.
    sides = (sides + ((level ^ before) & BRIGHT) + ((level ^ above) & BRIGHT)) | 0;
    before = level;
  }
  return sides / BRIGHT;
}
