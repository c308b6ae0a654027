import { type Box, clearPicture, type Picture } from "./Picture.ts";

/**
 * A box of a picture at a size: each pixel is the mean of the whole pixels that it covers, or the
 * nearest. Beyond the picture its edge goes on.
 */
export function resample(
  from: Picture,
  box: Box,
  { width, height }: Pick<Picture, "width" | "height">,
): Picture {
  const to = clearPicture(width, height);
  const rows = spans(box.top, box.height, height, from.height);
  const columns = spans(box.left, box.width, width, from.width);
  const targets = [...to.planes, to.alpha];
  [...from.planes, from.alpha].forEach((source, plane) => {
    const target = targets[plane];
    rows.forEach(([top, bottom], y) => {
      columns.forEach(([left, right], x) => {
        let sum = 0;
        for (let v = top; v < bottom; v++) {
          for (let u = left; u < right; u++) sum += source[v * from.width + u];
        }
        target[y * width + x] = Math.round(sum / ((bottom - top) * (right - left)));
      });
    });
  });
  return to;
}

/** Of each step along a side the whole pixels that it covers, at least one, none beyond `limit`. */
function spans(start: number, length: number, steps: number, limit: number): [number, number][] {
  return Array.from({ length: steps }, (_, i) => {
    const [from, to] = [start + (length * i) / steps, start + (length * (i + 1)) / steps];
    const first = Math.min(limit - 1, Math.max(0, Math.floor(from + 0.5)));
    return [first, Math.min(limit, Math.max(first + 1, Math.floor(to + 0.5)))];
  });
}
