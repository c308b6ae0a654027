import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { imageFolder } from "../../../worker/commands/evaluate/folder.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import { findInk } from "../../../worker/writing/findInk.ts";
import { toPixels } from "../../../worker/writing/toPixels.ts";
import { sharedFolder } from "./shared.ts";

/** Room for the 127 drawings; the largest are of 1,050×800 pixels. */
const limits = { maxPixels: 2 ** 20, maxSide: 4096 };

/** The least share of other people's drawings that is recognised, on either half of them. */
const FLOOR = 0.95;

/** MNIST's images in the IDX files: bytes before the pixels, and of each image. */
const HEADER = 16;
const PIXELS = 784;

describe("other people's drawings", () => {
  it.for([
    ["odd", 1],
    ["even", 0],
  ] as const)("are recognised, the %s-numbered", async ([, rest], context) => {
    const { images } = imageFolder(sharedFolder("drawn", context));
    const classifier = await createClassifier();
    const half = [...images].filter(({ name }) => Number(basename(name).slice(2, -4)) % 2 === rest);
    const right = half.filter(({ png, label }) => {
      const { digit } = classifier.classify(toPixels(decodeImage(png, limits)));
      return digit === label;
    });
    expect(half.length).toBeGreaterThan(40);
    expect(right.length / half.length).toBeGreaterThanOrEqual(FLOOR);
  });
});

describe("of MNIST's images under always", () => {
  it.for([
    ["training", "train-images-idx3-ubyte.gz", 60_000],
    ["test", "t10k-images-idx3-ubyte.gz", 10_000],
  ] as const)(
    "none is refused, the %s images",
    { timeout: 600_000 },
    ([, file, count], context) => {
      const bytes = gunzipSync(readFileSync(join(sharedFolder("mnist", context), file)));
      const refused: number[] = [];
      for (let i = 0; i < count; i++) {
        const start = HEADER + i * PIXELS;
        const grey = new Uint8Array(bytes.subarray(start, start + PIXELS));
        if ("refusal" in findInk({ width: 28, height: 28, grey, alpha: null })) refused.push(i);
      }
      expect(bytes.length).toBe(HEADER + count * PIXELS);
      expect(refused).toEqual([]);
    },
  );
});
