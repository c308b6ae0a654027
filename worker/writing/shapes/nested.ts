import type { Ground } from "../ground/Ground.ts";
import { longerSide, type Plane } from "../Plane.ts";
import type { Labelled } from "./label.ts";
import { isOpen } from "./roles.ts";
import { type Shape, shapeOf } from "./Shape.ts";

/** A further ground has this share of the longer side of the one it lies in, and so many pixels to a side. */
const LEAST_SHARE = 0.15;
const LEAST_SIDE = 12;

/** How many of the largest are looked at. */
const MOST = 3;

/** Ink is more than strokes where it fills this share of its box, and is as thick as this share of its longer side. */
const SOLID = 0.4;
const THICK = 0.12;

/** A ground is convex where rows and columns through it agree in this share of their pixels. */
const CONVEX = 0.9;

/** Pixels along a ground's edge that may be mixed with what is beyond it. */
const SOFT = 2;

/** Rows and columns in which it is seen whether a ground is convex. */
const LOOKS = 40;

/** The first and last pixel in each row and in some columns. */
interface Spans {
  rows: { first: Int32Array; last: Int32Array };
  columns: { first: Int32Array; last: Int32Array };
  /** Pixels from one of the columns to the next. */
  step: number;
}

/** The grounds in a ground: convex holes of ink, and convex ink that is thicker than strokes. */
export function nested(ground: Ground, labelled: Labelled): Ground[] {
  const of = labelled.components;
  const found: Shape[] = [];
  for (let c = 0; c < of.count; c++) {
    const shape = shapeOf(of, c);
    const { width, height } = shape.box;
    if (longerSide(shape.box) < LEAST_SHARE * longerSide(ground.flat)) continue;
    if (Math.min(width, height) < LEAST_SIDE) continue;
    if (of.isInk[c] ? of.isStrong[c] && isSolid(shape) : !isOpen(of, c)) found.push(shape);
  }
  const size = ({ box }: Shape) => box.width * box.height;
  return found
    .toSorted((a, b) => size(b) - size(a))
    .flatMap((shape) => {
      const spans = spansOf(shape, labelled, ground.flat.width);
      return isConvex(spans) ? [cut(ground, shape, spans)] : [];
    })
    .slice(0, MOST);
}

function isSolid({ area, outline, box }: Shape): boolean {
  const thickness = (2 * area) / outline;
  return area >= SOLID * box.width * box.height && thickness >= THICK * longerSide(box);
}

function spansOf({ component, box }: Shape, { runs }: Labelled, width: number): Spans {
  const spans = (length: number, across: number) => ({
    first: new Int32Array(length).fill(across),
    last: new Int32Array(length).fill(-1),
  });
  const step = Math.ceil(longerSide(box) / LOOKS);
  const rows = spans(box.height, box.width);
  const columns = spans(Math.ceil(box.width / step), box.height);
  for (let run = 0; run < runs.count; run++) {
    if (runs.component[run] !== component) continue;
    const row = Math.floor(runs.start[run] / width);
    const y = row - box.top;
    const shift = row * width + box.left;
    const [left, right] = [runs.start[run] - shift, runs.end[run] - 1 - shift];
    rows.first[y] = Math.min(rows.first[y], left);
    rows.last[y] = right;
    for (let column = Math.ceil(left / step); column * step <= right; column++) {
      columns.first[column] = Math.min(columns.first[column], y);
      columns.last[column] = y;
    }
  }
  return { rows, columns, step };
}

/** Whether a shape, holes filled, has nearly the same pixels along rows as along columns. */
function isConvex({ rows, columns, step }: Spans): boolean {
  let [both, either] = [0, 0];
  for (let y = 0; y < rows.first.length; y += step) {
    for (let column = 0; column < columns.first.length; column++) {
      const x = column * step;
      const inRow = x >= rows.first[y] && x <= rows.last[y];
      const inColumn = y >= columns.first[column] && y <= columns.last[column];
      if (inRow || inColumn) either++;
      if (inRow && inColumn) both++;
    }
  }
  return both >= CONVEX * either;
}

/** Cuts a ground out. Beyond its edge, each row goes on as it is next to it. */
function cut({ flat, scale, left, top, depth }: Ground, { box }: Shape, { rows }: Spans): Ground {
  const inner: Plane = {
    width: box.width,
    height: box.height,
    levels: new Uint8Array(box.width * box.height),
  };
  for (let y = 0; y < box.height; y++) {
    const [first, last] = [rows.first[y], rows.last[y]];
    const soft = last - first > 3 * SOFT ? SOFT : 0;
    const from = (box.top + y) * flat.width + box.left;
    for (let x = 0; x < box.width; x++) {
      const at = Math.min(last - soft, Math.max(first + soft, x));
      inner.levels[y * box.width + x] = flat.levels[from + at];
    }
  }
  return {
    flat: inner,
    scale,
    left: left + scale * box.left,
    top: top + scale * box.top,
    depth: depth + 1,
  };
}
