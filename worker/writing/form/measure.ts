import { BRIGHT, type Plane } from "../Plane.ts";

/** Pixels of ink, and the sides that they share with others. */
export function measure({ width, levels }: Plane): { area: number; outline: number } {
  let [area, outline] = [0, 0];
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] < BRIGHT) continue;
    area++;
    outline +=
      Number(levels[i - 1] < BRIGHT) +
      Number(levels[i + 1] < BRIGHT) +
      Number(levels[i - width] < BRIGHT) +
      Number(levels[i + width] < BRIGHT);
  }
  return { area, outline };
}
