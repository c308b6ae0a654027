import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { GreyImage } from "../../../../worker/image/GreyImage.ts";
import { randomFrom, seed } from "../../random.ts";
import { exifOrientation } from "../exifData.ts";
import { decodeJpeg, decodeScaled } from "./decode.ts";
import { reassemble, withExif } from "./parts.ts";
import { randomLevels, randomPicture, saveJpeg } from "./photograph.ts";
import { type Draft, decodeWithPillow } from "./pillow.ts";
import { type Form, writeJpeg } from "./writeJpeg.ts";

const random = randomFrom(seed);
const below = (end: number) => Math.floor(random() * end);

/** What sharp's encoder can be told. */
const encodings = [false, true].flatMap((progressive) =>
  ["4:2:0", "4:4:4"].flatMap((chromaSubsampling) =>
    [10, 50, 80, 95, 100].map((quality) => ({ progressive, chromaSubsampling, quality })),
  ),
);

/** Every side from 1 to 64, each twice, in no order. */
const sizes = Array.from({ length: 64 }, (_, i) => [1 + i, 1 + ((29 * i + 7) % 64)]);

/** Subsamplings that cameras and programs write, and some that are only legal. */
const samplings: Form["sampling"][] = [
  [[1, 1]],
  [[2, 2]],
  [
    [1, 1],
    [1, 1],
    [1, 1],
  ],
  [
    [2, 1],
    [1, 1],
    [1, 1],
  ],
  [
    [1, 2],
    [1, 1],
    [1, 1],
  ],
  [
    [2, 2],
    [1, 1],
    [1, 1],
  ],
  [
    [4, 1],
    [1, 1],
    [1, 1],
  ],
  [
    [4, 2],
    [1, 1],
    [1, 1],
  ],
  [
    [2, 2],
    [2, 1],
    [1, 2],
  ],
];

describe("decodeJpeg at full size", () => {
  it("finds the grey levels that sharp finds", async () => {
    for (const [width, height] of sizes) {
      const { progressive, quality } = encodings[below(encodings.length)];
      const file = await saveJpeg(randomPicture(width, height, 1, random), {
        progressive,
        quality,
      });
      const levels = await sharp(file).toColourspace("b-w").raw().toBuffer();
      expectLevels(decodeJpeg(file), { width, height, levels }, `${width}×${height}`);
    }
  });

  it.each(encodings)("finds the luma of the colours that sharp finds: %o", async (encoding) => {
    const [width, height] = [1 + below(64), 1 + below(64)];
    const file = await saveJpeg(randomPicture(width, height, 3, random), encoding);
    const rgb = await sharp(file).raw().toBuffer();
    const { grey } = decodeJpeg(file);
    expect(grey.length).toBe(width * height);
    // Rounded to RGB and back; ours has never been RGB.
    const worst = Math.max(
      ...grey.map((level, i) =>
        Math.abs(level - luma([rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]])),
      ),
    );
    expect(worst, `SEED=${seed}`).toBeLessThanOrEqual(2);
  });

  it.each(samplings)("finds the levels of flat blocks sampled %j, %j, %j", (...sampling) => {
    for (const marker of [0xc0, 0xc1, 0xc2]) {
      for (const interleaved of [true, false]) {
        for (const restart of [0, 1, 3]) {
          const form = { sampling: sampling.filter(Boolean), marker, interleaved, restart };
          expectFlatBlocks({ width: 1 + below(99), height: 1 + below(99), ...form });
        }
      }
    }
  });

  it.each([
    [
      "Adobe's mark",
      [{ marker: 0xee, parameters: Buffer.from("Adobe\0\x64\0\0\0\0\0", "latin1") }],
      [1, 2, 3],
    ],
    ["their ids", [], [..."RGB"].map((letter) => letter.charCodeAt(0))],
  ])("makes luma of RGB, told by %s", (_, marks, ids) => {
    const colour = [200, 100, 50];
    const form = { width: 9, height: 9, sampling: samplings[2], marker: 0xc0, ids };
    const file = reassemble([...marks, ...writeJpeg(form, (component) => colour[component])]);
    expect(new Set(decodeJpeg(file).grey)).toEqual(new Set([luma(colour)]));
  });
});

describe("decodeJpeg scaled", () => {
  it("finds the levels that Pillow's draft mode finds, bit for bit", async (context) => {
    const drafts: Draft[] = [];
    for (const [width, height] of sizes) {
      for (const divisor of [1, 2, 4, 8] as const) {
        const channels = random() < 0.3 ? 1 : 3;
        const picture = randomPicture(width, height, channels, random);
        // Pillow does not scale a side to less than a pixel.
        if (Math.min(width, height) < divisor) continue;
        drafts.push({ divisor, file: await saveJpeg(picture, encodings[below(encodings.length)]) });
      }
    }
    const expected = decodeWithPillow(drafts, context);
    drafts.forEach(({ file, divisor }, i) => {
      const { grey } = decodeScaled(file, 8 / divisor);
      expect(Buffer.compare(grey, expected[i]), `1/${divisor}, SEED=${seed}`).toBe(0);
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7])("finds the levels of flat blocks at %i eighths", (eighths) => {
    const form = { width: 83, height: 61, sampling: samplings[5], marker: 0xc0 };
    const levels = randomLevels(random);
    const { width, grey } = decodeScaled(reassemble(writeJpeg(form, levels)), eighths);
    grey.forEach((level, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      expect(level).toBe(levels(0, Math.floor(x / eighths), Math.floor(y / eighths)));
    });
  });

  it.each([
    { size: [1024, 1024], decoded: [1024, 1024] },
    { size: [1025, 700], decoded: [897, 613] },
    { size: [1500, 2000], decoded: [750, 1000] },
    { size: [4032, 3024], decoded: [1008, 756] },
    { size: [8192, 1], decoded: [1024, 1] },
    { size: [30, 9000], decoded: [2, 562] },
  ])("brings $size pixels to $decoded, within the working size", ({ size, decoded }) => {
    const form = { width: size[0], height: size[1], sampling: samplings[0], marker: 0xc0 };
    const file = reassemble(writeJpeg(form, () => 77));
    const image = decodeJpeg(file, { maxSide: 65_535 });
    expect([image.width, image.height]).toEqual(decoded);
    expect(new Set(image.grey)).toEqual(new Set([77]));
  });
});

describe("decodeJpeg of a picture that lies", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "stands it upright from orientation %i",
    async (orientation) => {
      const picture = randomPicture(20, 33, 1, random);
      const file = withExif(await saveJpeg(picture), exifOrientation(orientation));
      const { data, info } = await sharp(file)
        .autoOrient()
        .toColourspace("b-w")
        .raw()
        .toBuffer({ resolveWithObject: true });
      expectLevels(decodeJpeg(file), { ...info, levels: data }, `SEED=${seed}`);
    },
  );
});

/** ITU-R 601-2 luma, as Pillow computes it. */
function luma([red, green, blue]: number[]): number {
  return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
}

function expectFlatBlocks(form: Form): void {
  const levels = randomLevels(random);
  const { width, grey } = decodeJpeg(reassemble(writeJpeg(form, levels)));
  const wrong = grey.findIndex((level, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return level !== levels(0, Math.floor(x / 8), Math.floor(y / 8));
  });
  expect(wrong, `${JSON.stringify(form)}, SEED=${seed}`).toBe(-1);
}

function expectLevels(
  image: GreyImage,
  { width, height, levels }: { width: number; height: number; levels: Buffer },
  where: string,
): void {
  expect([image.width, image.height], where).toEqual([width, height]);
  expect(Buffer.compare(image.grey, levels), `${where}, SEED=${seed}`).toBe(0);
}
