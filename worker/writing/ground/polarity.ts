import type { Plane } from "../Plane.ts";
import { border, median } from "./border.ts";

/** Cells along a side, at the finer of two scales, and how many of them make one of the coarser. */
const CELLS = 16;
const MERGED = 8;

/** Pixels along the shorter side of a picture whose finer cells are large enough to be judged by. */
const LEAST_SIDE = 64;

/** Up to this skewness, either sign, the pixels do not say which of them are the ink. */
const BALANCED = 0.2;

/** For each cell the number of pixels, and the sums of their levels, squares and cubes. */
type Sums = { count: number; levels: number; squares: number; cubes: number }[];

/**
 * Whether the ink is darker than its ground.
 *
 * Ink is the rarer of the two, so it pulls the distribution of grey levels to its side, and the
 * skewness tells which that is, whatever lies along the border. It is taken about the means of
 * cells, so that uneven light tips no scale: of small ones, where thin strokes show best, and of large
 * ones, where thick strokes do. Where both are about even, the ground is what lies along
 * the border.
 */
export function inkIsDark(plane: Plane): boolean {
  const fine = cellSums(plane);
  const isLarge = Math.min(plane.width, plane.height) >= LEAST_SIDE;
  const skew = skewness(merge(fine)) + (isLarge ? skewness(inner(fine)) : 0);
  if (Math.abs(skew) > BALANCED) return skew < 0;
  const mean = fine.reduce((sum, { levels }) => sum + levels, 0) / plane.levels.length;
  return median(border(plane)) >= mean;
}

/** [CELLS][CELLS], row-major. */
function cellSums({ width, height, levels }: Plane): Sums {
  const edges = (side: number) =>
    Array.from({ length: CELLS + 1 }, (_, i) => Math.round((i * side) / CELLS));
  const [columns, rows] = [edges(width), edges(height)];
  return Array.from({ length: CELLS * CELLS }, (_, cell) => {
    const [column, row] = [cell % CELLS, Math.floor(cell / CELLS)];
    let [s1, s2, s3] = [0, 0, 0];
    for (let y = rows[row]; y < rows[row + 1]; y++) {
      const end = y * width + columns[column + 1];
      for (let i = y * width + columns[column]; i < end; i++) {
        const level = levels[i];
        const square = level * level;
        s1 += level;
        s2 += square;
        s3 += square * level;
      }
    }
    const count = (columns[column + 1] - columns[column]) * (rows[row + 1] - rows[row]);
    return { count, levels: s1, squares: s2, cubes: s3 };
  });
}

/** The cells that are not outermost: a frame fills most of those. */
function inner(cells: Sums): Sums {
  const isInner = (i: number) => i > 0 && i < CELLS - 1;
  return cells.filter((_, i) => isInner(i % CELLS) && isInner(Math.floor(i / CELLS)));
}

/** The same for the coarser cells. */
function merge(fine: Sums): Sums {
  const side = CELLS / MERGED;
  const coarse = Array.from({ length: side * side }, () => ({
    count: 0,
    levels: 0,
    squares: 0,
    cubes: 0,
  }));
  fine.forEach((cell, i) => {
    const [column, row] = [i % CELLS, Math.floor(i / CELLS)];
    const into = coarse[Math.floor(row / MERGED) * side + Math.floor(column / MERGED)];
    into.count += cell.count;
    into.levels += cell.levels;
    into.squares += cell.squares;
    into.cubes += cell.cubes;
  });
  return coarse;
}

/** The third moment in units of the standard deviation, both about the cells' means; 0 if all is even. */
function skewness(cells: Sums): number {
  let [pixels, second, third] = [0, 0, 0];
  for (const { count, levels, squares, cubes } of cells) {
    const mean = levels / Math.max(1, count);
    pixels += count;
    second += squares - mean * levels;
    third += cubes - 3 * mean * squares + 2 * mean * mean * levels;
  }
  return second > 0 ? third / pixels / (second / pixels) ** 1.5 : 0;
}
