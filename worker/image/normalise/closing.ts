/**
 * How far the ground is looked for around a dark place, in cells. Strokes up to twice as wide are
 * filled with the level of the ground beside them; what is dark and wider is ground in shadow.
 */
const REACH = 5;

/** Cells around the picture: a dilation and an erosion reach no farther. */
const ROOM = 2 * REACH;

/** Light fades to no less than this share of itself within ROOM; what is darker is ink. */
const FADED = 0.4;

/**
 * Fills what is dark and narrow and leaves the rest as it is: the grey-level closing, a dilation and
 * then an erosion by a square (Serra 1982, Image Analysis and Mathematical Morphology).
 *
 * Beyond the border, light that fades toward it goes on fading.
 *
 * @param level of cells, row-major
 * @returns levels of the same cells, none lower than before
 */
export function closing(level: Float64Array, width: number, height: number): Float64Array {
  const wide = width + 2 * ROOM;
  const tall = height + 2 * ROOM;
  const rows = new Float64Array(wide * height);
  for (let y = 0; y < height; y++) extend(level, y * width, rows, y * wide, 1, width);
  const all = new Float64Array(wide * tall);
  for (let x = 0; x < wide; x++) extend(rows, x, all, x, wide, height);

  const dilated = dilate(all, wide, tall);
  // An erosion is the dilation of the negative.
  for (let i = 0; i < dilated.length; i++) dilated[i] = -dilated[i];
  const eroded = dilate(dilated, wide, tall);
  const closed = new Float64Array(level.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      closed[y * width + x] = -eroded[(y + ROOM) * wide + x + ROOM];
    }
  }
  return closed;
}

/**
 * Copies a line of cells with ROOM more before and after: each as much darker than the border as the
 * one in mirrored position, never brighter, and not where either is ink.
 */
function extend(
  from: Float64Array,
  fromStart: number,
  to: Float64Array,
  toStart: number,
  step: number,
  length: number,
): void {
  for (let i = -ROOM; i < length + ROOM; i++) {
    const at = Math.min(length - 1, Math.max(0, i));
    const mirrored = Math.min(length - 1, Math.max(0, 2 * at - i));
    const edge = from[fromStart + at * step];
    const inside = from[fromStart + mirrored * step];
    const isInk = Math.min(edge, inside) < FADED * Math.max(edge, inside);
    const beyond = isInk ? Math.max(edge, inside) : Math.min(edge, 2 * edge - inside);
    to[toStart + (i + ROOM) * step] = beyond;
  }
}

/** The largest value within a square of REACH cells to each side: by rows, then by columns. */
function dilate(level: Float64Array, width: number, height: number): Float64Array {
  const byRows = new Float64Array(level.length);
  for (let y = 0; y < height; y++) dilateAlong(level, byRows, y * width, 1, width);
  const both = new Float64Array(level.length);
  for (let x = 0; x < width; x++) dilateAlong(byRows, both, x, width, height);
  return both;
}

function dilateAlong(
  from: Float64Array,
  to: Float64Array,
  start: number,
  step: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) {
    const last = start + Math.min(length - 1, i + REACH) * step;
    let value = from[start + i * step];
    for (let k = start + Math.max(0, i - REACH) * step; k <= last; k += step) {
      if (from[k] > value) value = from[k];
    }
    to[start + i * step] = value;
  }
}
