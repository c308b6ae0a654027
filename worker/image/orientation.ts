import { UPRIGHT } from "./exif.ts";
import type { GreyImage } from "./GreyImage.ts";

/** How the stored rows and columns lie in the upright picture. */
interface Turn {
  /** Whether columns run from right to left, and rows from bottom to top. */
  columnsReversed: boolean;
  rowsReversed: boolean;
  /** Whether stored rows are the upright picture's columns. */
  transposed: boolean;
}

/** Orientation's values 1 … 8 (Exif 2.32, section 4.6.4), at their index. */
const TURNS: readonly (Turn | undefined)[] = [
  undefined,
  { columnsReversed: false, rowsReversed: false, transposed: false },
  { columnsReversed: true, rowsReversed: false, transposed: false },
  { columnsReversed: true, rowsReversed: true, transposed: false },
  { columnsReversed: false, rowsReversed: true, transposed: false },
  { columnsReversed: false, rowsReversed: false, transposed: true },
  { columnsReversed: false, rowsReversed: true, transposed: true },
  { columnsReversed: true, rowsReversed: true, transposed: true },
  { columnsReversed: true, rowsReversed: false, transposed: true },
];

/**
 * Turns a picture upright.
 *
 * @param orientation Exif's, 1 … 8; any other value leaves the picture as it is
 * @returns the image itself where it is upright, otherwise a copy
 */
export function turnUpright(image: GreyImage, orientation: number): GreyImage {
  const turn = TURNS[orientation];
  if (!turn || orientation === UPRIGHT) return image;
  const { width, height, grey, alpha } = image;
  const size = turn.transposed ? { width: height, height: width } : { width, height };
  const turned = (plane: Uint8Array) => turnPlane(plane, image, turn);
  return { ...size, grey: turned(grey), alpha: alpha && turned(alpha) };
}

function turnPlane(
  plane: Uint8Array,
  { width, height }: GreyImage,
  { columnsReversed, rowsReversed, transposed }: Turn,
): Uint8Array {
  const first = (columnsReversed ? width - 1 : 0) + (rowsReversed ? (height - 1) * width : 0);
  const column = columnsReversed ? -1 : 1;
  const row = rowsReversed ? -width : width;
  const [rows, columns] = transposed ? [width, height] : [height, width];
  const [down, across] = transposed ? [column, row] : [row, column];

  const turned = new Uint8Array(plane.length);
  for (let y = 0, i = 0; y < rows; y++) {
    for (let x = 0, at = first + y * down; x < columns; x++, i++, at += across) {
      turned[i] = plane[at];
    }
  }
  return turned;
}
