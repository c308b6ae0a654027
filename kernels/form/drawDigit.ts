import { gather, LONGEST_ROW } from "./gather";
import { FINE, MASK_ROW, mask, ROOM, scaleSide } from "./layout";
import { outline } from "./outline";
import { place } from "./place";
import { evenStroke } from "./stroke";

/**
 * Makes a digit's ink into what MNIST is made of: strokes of its width, scaled to fit 20×20 and
 * placed in 28×28.
 *
 * The crop is first brought to a fine grid in two levels, as NIST's forms were scanned: a larger one
 * is scaled down without losing any ink, a smaller one up along the smooth outline of its levels.
 *
 * @param crop u8[height][width]: levels from BRIGHT on are ink, with a margin of one pixel of
 *   ground; a vector more may be read
 * @param width of the crop, its margin included
 * @param height likewise
 * @param output u8[SIDE][SIDE]: light ink on a dark ground; up to BOX bytes more are overwritten
 */
export function drawDigit(crop: usize, width: i32, height: i32, output: usize): void {
  assert(width > 2 && width <= LONGEST_ROW && height > 2);

  const scale: f64 = f64(FINE) / f64(max(width, height) - 2);
  const columns: i32 = scaleSide(width - 2, scale);
  const rows: i32 = scaleSide(height - 2, scale);
  const maskWidth: i32 = columns + 2 * ROOM;
  const maskHeight: i32 = rows + 2 * ROOM;
  memory.fill(mask, 0, maskHeight * MASK_ROW);
  if (scale >= 1) outline(crop, width, height, columns, rows);
  gather(crop, width, height, columns, rows);
  evenStroke(maskWidth, maskHeight);
  place(maskWidth, maskHeight, output);
}
