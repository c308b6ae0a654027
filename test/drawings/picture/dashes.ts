import type { Point } from "../../../samples/digits.ts";

/**
 * Cuts a line into dashes.
 *
 * @param width of the line in pixels, in which a dash and the gap after it are measured
 */
export function dashes(
  points: readonly Point[],
  [on, off]: readonly [number, number],
  width: number,
): Point[][] {
  const pieces: Point[][] = [[points[0]]];
  let [isOn, left] = [true, on * width];
  for (let i = 1; i < points.length; i++) {
    let from = points[i - 1];
    const to = points[i];
    let length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    while (length > left) {
      const t = left / length;
      from = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
      if (isOn) pieces.at(-1)?.push(from);
      else pieces.push([from]);
      length -= left;
      isOn = !isOn;
      left = (isOn ? on : off) * width;
    }
    left -= length;
    if (isOn) pieces.at(-1)?.push(to);
  }
  return pieces;
}
