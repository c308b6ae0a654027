import { BRIGHT, type Plane, scaleSide } from "../Plane.ts";

/** Pixels along the longer side of a digit on the fine grid: three to one of MNIST's 20. */
export const FINE = 60;

/** Pixels left free around it: the room that strokes need to grow. */
export const ROOM = 6;

/**
 * Brings a cropped digit to the fine grid in two levels, as NIST's forms were scanned.
 *
 * A larger one is scaled down without losing any ink, so that a line of one pixel stays whole; a
 * smaller one is scaled up along the smooth outline of its grey levels.
 *
 * @param crop levels from BRIGHT on are ink, with a margin of one pixel
 * @returns 255 ink, 0 ground
 */
export function fineMask(crop: Plane): Plane {
  const [fromWidth, fromHeight] = [crop.width - 2, crop.height - 2];
  const scale = FINE / Math.max(fromWidth, fromHeight);
  const width = scaleSide(fromWidth, scale) + 2 * ROOM;
  const height = scaleSide(fromHeight, scale) + 2 * ROOM;
  const mask = { width, height, levels: new Uint8Array(width * height) };
  if (scale < 1) gather(crop, mask);
  else {
    outline(crop, mask);
    keepThin(crop, mask);
  }
  return mask;
}

/** Inks each pixel of the mask in whose area the crop has any ink. */
function gather(crop: Plane, mask: Plane): void {
  const columns = mask.width - 2 * ROOM;
  const stepX = columns / (crop.width - 2);
  const stepY = (mask.height - 2 * ROOM) / (crop.height - 2);
  // How many of the crop's columns lie before each of the mask's, its margin left out.
  const edges = new Int32Array(columns + 1);
  for (let x = 1; x < crop.width - 1; x++) edges[Math.floor((x - 0.5) * stepX) + 1] = x;
  for (let y = 1; y < crop.height - 1; y++) {
    const from = y * crop.width + 1;
    const to = (ROOM + Math.floor((y - 0.5) * stepY)) * mask.width + ROOM;
    for (let column = 0; column < columns; column++) {
      if (mask.levels[to + column] > 0) continue;
      if (hasInk(crop.levels, from + edges[column], from + edges[column + 1])) {
        mask.levels[to + column] = 255;
      }
    }
  }
}

function hasInk(levels: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (levels[i] >= BRIGHT) return true;
  return false;
}

/** Inks each pixel of the mask at whose middle the crop, interpolated, is bright. */
function outline(crop: Plane, mask: Plane): void {
  const stepX = (crop.width - 2) / (mask.width - 2 * ROOM);
  const stepY = (crop.height - 2) / (mask.height - 2 * ROOM);
  const { levels } = crop;
  for (let y = 0; y < mask.height; y++) {
    const fromY = (y + 0.5 - ROOM) * stepY + 0.5;
    if (fromY < 0 || fromY >= crop.height - 1) continue;
    const above = Math.floor(fromY) * crop.width;
    const shareY = fromY - Math.floor(fromY);
    for (let x = 0; x < mask.width; x++) {
      const fromX = (x + 0.5 - ROOM) * stepX + 0.5;
      if (fromX < 0 || fromX >= crop.width - 1) continue;
      const i = above + Math.floor(fromX);
      const shareX = fromX - Math.floor(fromX);
      const upper = levels[i] + shareX * (levels[i + 1] - levels[i]);
      const below = i + crop.width;
      const lower = levels[below] + shareX * (levels[below + 1] - levels[below]);
      if (upper + shareY * (lower - upper) >= BRIGHT - 0.5) mask.levels[y * mask.width + x] = 255;
    }
  }
}

/** Inks each pixel of the mask that the middle of a pixel of ink falls into: thin faint strokes may lie between those looked at. */
function keepThin(crop: Plane, mask: Plane): void {
  const stepX = (mask.width - 2 * ROOM) / (crop.width - 2);
  const stepY = (mask.height - 2 * ROOM) / (crop.height - 2);
  for (let y = 1; y < crop.height - 1; y++) {
    const row = (ROOM + Math.floor((y - 0.5) * stepY)) * mask.width + ROOM;
    for (let x = 1; x < crop.width - 1; x++) {
      if (crop.levels[y * crop.width + x] < BRIGHT) continue;
      mask.levels[row + Math.floor((x - 0.5) * stepX)] = 255;
    }
  }
}
