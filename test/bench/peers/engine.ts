import { CLASSES, PIXELS } from "../../../worker/classifier/kernels.ts";
import { argmax } from "../../../worker/classifier/softmax.ts";

/** Images for an engine. */
export interface Batch {
  count: number;
  /** Grey levels [count][28][28]. */
  pixels: Uint8Array;
  /** The same as the seed normalises them, (x/255 − 0.5)/0.5: made beforehand, and not timed. */
  floats: Float32Array;
}

/** Something that runs MyConvNet with the project's weights on one thread. */
export interface Engine {
  name: string;
  /** What a page or a Worker would have to carry of it, weights included, each file gzipped. */
  gzipBytes: number;
  /** The digits that the images show. */
  classify(batch: Batch): number[] | Promise<number[]>;
}

/** Of some images, one after the other from the `first`. */
export function makeBatch(pixels: Uint8Array, first: number, count: number): Batch {
  const some = pixels.slice(first * PIXELS, (first + count) * PIXELS);
  return {
    count,
    pixels: some,
    floats: Float32Array.from(some, (grey) => (grey / 255 - 0.5) / 0.5),
  };
}

/** @param logits [n][10] */
export function digitsOf(logits: Float32Array): number[] {
  return Array.from({ length: logits.length / CLASSES }, (_, i) =>
    argmax(logits.subarray(CLASSES * i, CLASSES * (i + 1))),
  );
}
