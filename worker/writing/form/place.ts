import { type Box, BRIGHT, type Plane, scaleSide } from "../Plane.ts";
import { resize } from "./resize.ts";
import { SIDE } from "./side.ts";
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
  const width = scaleSide(tight.width, scale);
  const height = scaleSide(tight.height, scale);
  const { levels } = resize(tight, width, height);
  const [x, y] = centreOfMass(levels, width);
  const left = offset(width, x);
  const top = offset(height, y);
  const digit = new Uint8Array(SIDE * SIDE);
  for (let row = 0; row < height; row++) {
    digit.set(levels.subarray(row * width, (row + 1) * width), (top + row) * SIDE + left);
  }
  return digit;
}

/** The box around all pixels that are mostly ink. */
function inkBox({ width, height, levels }: Plane): Box {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (levels[y * width + x] < BRIGHT) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function cut({ width, levels }: Plane, box: Box): Plane {
  const cutOut = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const start = (box.top + y) * width + box.left;
    cutOut.set(levels.subarray(start, start + box.width), y * box.width);
  }
  return { width: box.width, height: box.height, levels: cutOut };
}

function centreOfMass(levels: Uint8Array, width: number): [x: number, y: number] {
  let [mass, momentX, momentY] = [0, 0, 0];
  for (let i = 0; i < levels.length; i++) {
    mass += levels[i];
    momentX += levels[i] * (i % width);
    momentY += levels[i] * Math.floor(i / width);
  }
  return [momentX / mass, momentY / mass];
}

/** Where to put the first of `size` pixels, so that the centre is right and nothing falls off. */
function offset(size: number, centre: number): number {
  return Math.min(SIDE - size, Math.max(0, Math.round(CENTRE - centre)));
}
