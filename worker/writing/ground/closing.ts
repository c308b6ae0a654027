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
  const rows = new Float64Array(wide * height);
  for (let y = 0; y < height; y++) extend(level, y * width, rows, y * wide, 1, width);
  const cells = new Float64Array(wide * (height + 2 * ROOM));
  for (let x = 0; x < wide; x++) extend(rows, x, cells, x, wide, height);

  dilate(cells, wide);
  // An erosion is the dilation of the negative.
  for (let i = 0; i < cells.length; i++) cells[i] = -cells[i];
  dilate(cells, wide);
  // Each dilation has moved what it found by REACH cells, up and to the left: by ROOM together.
  const closed = new Float64Array(level.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) closed[y * width + x] = -cells[y * wide + x];
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

/**
 * Makes of each cell the largest in the square of 2 REACH + 1 cells that it is the upper left corner
 * of. What reaches over the end of a row or of the last one is wrong.
 */
function dilate(cells: Float64Array, width: number): void {
  for (const step of [1, width]) {
    // What spans 1, 2, 4 and 8 cells, and then the whole square's side.
    let span = 1;
    for (; 2 * span <= 2 * REACH + 1; span *= 2) takeLarger(cells, span * step);
    takeLarger(cells, (2 * REACH + 1 - span) * step);
  }
}

/** Makes of each cell the larger of it and the one so many cells on. */
function takeLarger(cells: Float64Array, offset: number): void {
  for (let i = 0; i + offset < cells.length; i++) {
    if (cells[i + offset] > cells[i]) cells[i] = cells[i + offset];
  }
}
