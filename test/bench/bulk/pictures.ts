import { encode } from "fast-png";
import { noisyDigit } from "../../faults/images.ts";
import { randomFrom } from "../../unit/random.ts";
import { draw } from "../../unit/writing/drawings.ts";

/** A picture by the name that it has in a pack. */
export interface Named {
  name: string;
  bytes: Uint8Array;
}

const DIFFERENT = 100;

/** Kinds of pictures, and some of each: MNIST's size, and a canvas's. */
export const KINDS: Record<string, (count: number) => Named[]> = {
  "28×28": named((number, random) => noisyDigit(number, random)),
  "280×280 RGBA": named((number, random) => canvas(number % 10, random)),
};

function named(make: (number: number, random: () => number) => Uint8Array) {
  return (count: number): Named[] => {
    const random = randomFrom(1);
    const made = Array.from({ length: Math.min(count, DIFFERENT) }, (_, i) => make(i, random));
    return Array.from({ length: count }, (_, i) => ({
      name: `${i}.png`,
      bytes: made[i % made.length],
    }));
  };
}

/** As a page's canvas gives it. */
function canvas(digit: number, random: () => number): Uint8Array {
  const { width, height, grey } = draw(digit, { side: 280, line: 16 + 8 * random() });
  const data = new Uint8Array(4 * width * height);
  for (const [i, level] of grey.entries()) data.set([level, level, level, 255], 4 * i);
  return encode({ width, height, data, channels: 4 });
}
