import type { Samples } from "../../../worker/image/Samples.ts";

/** The means that AreaAverage is held to, as their definition has them and not rounded. */
export function naiveAverage(samples: Samples, factor: number): number[] {
  const { width, height, channels, sampleBytes, data } = samples;
  const means: number[] = [];
  for (let top = 0; top < height; top += factor) {
    for (let left = 0; left < width; left += factor) {
      const pixels: number[][] = [];
      for (let y = top; y < Math.min(height, top + factor); y++) {
        for (let x = left; x < Math.min(width, left + factor); x++) {
          const at = (y * width + x) * channels;
          pixels.push(Array.from({ length: channels }, (_, c) => data[(at + c) * sampleBytes]));
        }
      }
      const weights = pixels.map((pixel) => (channels % 2 === 0 ? pixel[channels - 1] : 1));
      const weight = weights.reduce((sum, w) => sum + w, 0);
      for (let c = 0; c < channels; c++) {
        const isAlpha = channels % 2 === 0 && c === channels - 1;
        const sum = pixels.reduce((s, pixel, i) => s + pixel[c] * (isAlpha ? 1 : weights[i]), 0);
        means.push(sum / (isAlpha ? pixels.length : Math.max(1, weight)));
      }
    }
  }
  return means;
}
