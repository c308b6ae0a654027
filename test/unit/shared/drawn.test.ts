import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { judgeOf } from "../../../worker/classifier/judge.ts";
import { imageFolder } from "../../../worker/commands/evaluate/imageFolder.ts";
import { readIdxPair } from "../../../worker/files/idx.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { noJudge } from "../../../worker/writing/plainSteps.ts";
import { toPixels } from "../../../worker/writing/toPixels.ts";
import { sharedFolder } from "./shared.ts";

/** The least share of other people's drawings that is recognised, on either half of them. */
const FLOOR = 0.975;

describe("other people's drawings", () => {
  it.for([
    ["odd", 1],
    ["even", 0],
  ] as const)("are recognised, the %s-numbered", async ([, rest], context) => {
    const { images } = imageFolder(sharedFolder("drawn", context));
    const classifier = await createClassifier();
    const half = [...images].filter(({ name }) => Number(basename(name).slice(2, -4)) % 2 === rest);
    const right = half.filter(({ file, label }) => {
      const pixels = toPixels(decodeImage(file, defaultLimits), "auto", judgeOf(classifier));
      const { digit } = classifier.classify(pixels);
      return digit === label;
    });
    expect(half.length).toBeGreaterThan(40);
    expect(right.length / half.length).toBeGreaterThanOrEqual(FLOOR);
  });
});

describe("MNIST's images under auto", () => {
  it.for([
    ["training", "train", 60_000],
    ["test", "t10k", 10_000],
  ] as const)(
    "keep their grey levels, the %s images",
    { timeout: 600_000 },
    ([, split, expected], context) => {
      const { count, width, height, pixels } = readIdxPair(sharedFolder("mnist", context), split);
      const changed: number[] = [];
      for (let i = 0; i < count; i++) {
        const grey = pixels.slice(i * width * height, (i + 1) * width * height);
        if (toPixels({ width, height, grey, alpha: null }, "auto", noJudge) !== grey)
          changed.push(i);
      }
      expect(count).toBe(expected);
      expect(changed).toEqual([]);
    },
  );
});
