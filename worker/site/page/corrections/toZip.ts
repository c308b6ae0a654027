import { downloadZip } from "client-zip";
import type { Correction } from "./store.ts";

/**
 * A zip of drawings in the layout that `weights/train.py --images` takes: a folder for each digit that
 * occurs, `7/1.png`, `7/2.png`.
 */
export function toZip(corrections: Correction[]): Promise<Blob> {
  const counts = new Map<number, number>();
  const files = corrections.map(({ digit, png }) => {
    const count = (counts.get(digit) ?? 0) + 1;
    counts.set(digit, count);
    return {
      name: `${digit}/${count}.png`,
      input: Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0)),
    };
  });
  return downloadZip(files).blob();
}
