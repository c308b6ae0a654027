import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { judgeOf } from "../../../worker/classifier/judge.ts";
import { InputError } from "../../../worker/errors/InputError.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import type { GreyImage } from "../../../worker/image/GreyImage.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { noJudge } from "../../../worker/writing/plainSteps.ts";
import { NORMALIZE, toPixels } from "../../../worker/writing/toPixels.ts";
import { randomFrom, seed } from "../random.ts";

const judge = judgeOf(await createClassifier());
const PICTURES = 3000;

/** Pictures of one faint stroke each, a pixel wide: as they were made larger, it vanished. */
const FAINT = [
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAACJCAAAAADMaN3dAAAALUlEQVR4nGOIjIxkwIo7aIs7IonDDESqQ8Y4/UQh3ksmxmYWJycn1TCt/AvFABVfiqXUDmneAAAAAElFTkSuQmCC",
  "iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAAAAACpleexAAAAJUlEQVR4nGNgGFDwnyAYVThIFKYQq7BpVOGoQoJgVOHAKBwgAADVFXjFlAha+QAAAABJRU5ErkJggg==",
];

/** A picture of any size: a ground, slope and noise, and strokes of any width and level, and alpha. */
function picture(random: () => number): GreyImage {
  const any = (values: number[]) => values[Math.floor(values.length * random())];
  const width = Math.ceil(any([1, 3, 28, 40, 120, 300]) * (0.2 + 0.8 * random()));
  const height = random() < 0.2 ? 28 : Math.ceil(any([1, 3, 28, 40, 120, 300]) * random());
  const [ground, slope, noise] = [255 * random(), any([0, 0, 100]), any([0, 0, 2, 30])];
  const levels = Float64Array.from(
    { length: width * height },
    (_, i) => ground + (slope * (i % width)) / width + noise * (random() - 0.5),
  );
  const alpha = random() < 0.3 ? new Uint8Array(levels.length) : null;
  for (let strokes = any([0, 1, 1, 2, 5, 30]); strokes > 0; strokes--) {
    const level = any([ground + 5, ground - 20, 0, 255, 255 * random()]);
    const radius = any([0, 0, 1, 3]) + random();
    const [x1, y1, x2, y2] = [width, height, width, height].map((side) => side * random());
    for (let k = 0; k <= 60; k++) {
      const [x, y] = [x1 + ((x2 - x1) * k) / 60, y1 + ((y2 - y1) * k) / 60];
      for (let v = Math.ceil(y - radius); v <= y + radius; v++) {
        for (let u = Math.ceil(x - radius); u <= x + radius; u++) {
          if (u < 0 || u >= width || v < 0 || v >= height) continue;
          levels[v * width + u] = level;
          if (alpha) alpha[v * width + u] = Math.floor(256 * random());
        }
      }
    }
  }
  const grey = Uint8Array.from(levels, (level) => Math.min(255, Math.max(0, Math.round(level))));
  return { width, height, grey, alpha };
}

describe("any picture", () => {
  it("is read, or refused with an InputError", () => {
    const random = randomFrom(seed);
    for (let i = 0; i < PICTURES; i++) {
      const image = picture(random);
      for (const normalize of NORMALIZE) {
        const about = `picture ${i}, ${image.width}×${image.height}, ${normalize}, SEED=${seed}`;
        const pixels = attempt(() => toPixels(image, normalize, i % 2 ? judge : noJudge), about);
        if (pixels === null) continue;
        expect(pixels.length, about).toBe(784);
        if (normalize === "always") expect(Math.max(...pixels), about).toBeGreaterThan(127);
      }
    }
  });

  it.each(FAINT)("of a faint stroke of one pixel is read or refused as well", (base64) => {
    const image = decodeImage(Buffer.from(base64, "base64"), defaultLimits);
    for (const normalize of NORMALIZE) attempt(() => toPixels(image, normalize, judge), base64);
  });
});

/** What is made; null where an InputError refuses it. */
function attempt(make: () => Uint8Array, about: string): Uint8Array | null {
  try {
    return make();
  } catch (error) {
    expect(error, about).toBeInstanceOf(InputError);
    return null;
  }
}
