import type { Box, Plane } from "../Plane.ts";

/** How often boxes may cover their ground together: those of digits and lines hardly do once, a tangle's do without end. */
const MOST_COVERED = 3;

/** The first of some things, as far as their boxes cover a ground no more often than those of writing do. */
export function coveringLittle<T extends { box: Box }>(things: T[], ground: Plane): T[] {
  let left = MOST_COVERED * ground.levels.length;
  return things.filter(({ box }) => {
    left -= box.width * box.height;
    return left >= 0;
  });
}
