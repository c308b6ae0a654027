import type { Candidate } from "./candidates/Candidate.ts";
import type { Levels } from "./ground/layers.ts";

/** From here on a shape is solid, an outline tangled, strokes many, and ink along the border much. */
const SOLID = 0.6;
const TANGLED = 8;
const MANY = 8;
const ALONG = 0.2;

/** Grey levels that may part at all. */
const LEAST_RANGE = 7;

/** Tells the sender why no digit can be made out. */
export function refusal({ threshold }: Levels, best: Candidate | null): string {
  if (!threshold || threshold.above - threshold.below < LEAST_RANGE) {
    return "The image is blank: there is no digit in it. Draw one and try again.";
  }
  return `No digit can be made out in the image: ${reason(best)}. Send a picture of one digit.`;
}

function reason(best: Candidate | null): string {
  if (!best) return "nothing in it stands out from its ground as strokes do";
  const { fill, tangle, border, parts } = best.evidence;
  if (fill >= SOLID) return "what stands out is a solid shape, not strokes";
  if (parts >= MANY) return `its ink is in ${parts} parts`;
  if (tangle >= TANGLED) return "it is full of lines";
  if (border >= ALONG) return "its ink lies along the border";
  return "what stands out does not look like a digit";
}
