import type { Plane } from "../Plane.ts";

/** The levels of the outermost pixels. */
export function border({ width, height, levels }: Plane): Uint8Array {
  const last = height - 1;
  const sides: number[] = [];
  for (let y = 1; y < last; y++) sides.push(levels[y * width], levels[y * width + width - 1]);
  return Uint8Array.from([
    ...levels.subarray(0, width),
    ...sides,
    ...(last > 0 ? levels.subarray(last * width) : []),
  ]);
}

/** The upper median. */
export function median(values: Uint8Array): number {
  return values.toSorted()[values.length >> 1];
}
