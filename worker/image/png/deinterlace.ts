import type { Samples } from "../Samples.ts";
import type { Pass } from "./passes.ts";

/** Puts the pixels of an interlaced image's passes where they belong, in an image of a size. */
export function deinterlace(
  parts: Samples[],
  passes: Pass[],
  size: { width: number; height: number },
): Samples {
  const [{ channels, sampleBytes }] = parts;
  const { width, height } = size;
  const pixelBytes = channels * sampleBytes;
  const data = new Uint8Array(width * height * pixelBytes);
  for (const [i, { x, y, stepX, stepY, columns, rows }] of passes.entries()) {
    for (let row = 0, at = 0; row < rows; row++) {
      let to = ((y + row * stepY) * width + x) * pixelBytes;
      for (let column = 0; column < columns; column++, to += stepX * pixelBytes) {
        for (let b = 0; b < pixelBytes; b++, at++) data[to + b] = parts[i].data[at];
      }
    }
  }
  return { width, height, channels, sampleBytes, data };
}
