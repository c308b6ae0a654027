import { type Box, BRIGHT, type Plane } from "../Plane.ts";
import { resize } from "../resize.ts";
import { SIDE } from "../side.ts";
import { BOX } from "./stroke.ts";

/** The pixel that the centre of mass comes nearest to: it is 14.0 on average in MNIST. */
const CENTRE = 14;

/**
 * Scales a digit to fit MNIST's box of 20×20 with its aspect kept, and places it in 28×28 with its
 * centre of mass in the middle: the procedure published with MNIST.
 *
 * @param coverage how much of each pixel is ink: 0 none … 255 all
 * @returns grey levels [28][28], row-major, light ink on a dark ground
 */
export function place(coverage: Plane): Uint8Array {
  const tight = cut(coverage, inkBox(coverage));
  const scale = BOX / Math.max(tight.width, tight.height);
  const [width, height] = [tight.width, tight.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  const { levels } = resize(tight, width, height);
  const left = offset(width, (i) => i % width, levels);
  const top = offset(height, (i) => Math.floor(i / width), levels);
  const digit = new Uint8Array(SIDE * SIDE);
  for (let y = 0; y < height; y++) {
    digit.set(levels.subarray(y * width, (y + 1) * width), (top + y) * SIDE + left);
  }
  return digit;
}

/** The box around all pixels that are mostly ink. */
function inkBox({ width, height, levels }: Plane): Box {
  let [left, right, top, bottom] = [width, 0, height, 0];
  levels.forEach((level, i) => {
    if (level < BRIGHT) return;
    const [x, y] = [i % width, Math.floor(i / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  });
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function cut({ width, levels }: Plane, box: Box): Plane {
  const rows = Array.from({ length: box.height }, (_, y) => {
    const start = (box.top + y) * width + box.left;
    return levels.subarray(start, start + box.width);
  });
  const cutOut = new Uint8Array(box.width * box.height);
  rows.forEach((row, y) => {
    cutOut.set(row, y * box.width);
  });
  return { width: box.width, height: box.height, levels: cutOut };
}

/** Where to put the first of `size` pixels, so that the mass is centred and nothing falls off. */
function offset(size: number, position: (i: number) => number, levels: Uint8Array): number {
  let mass = 0;
  let moment = 0;
  levels.forEach((level, i) => {
    mass += level;
    moment += level * position(i);
  });
  return Math.min(SIDE - size, Math.max(0, Math.round(CENTRE - moment / mass)));
}
