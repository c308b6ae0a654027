import sharp from "sharp";
import { expect, it } from "vitest";
import { classifyImage } from "../../../../worker/adapters/classifyImage.ts";
import { createClassifier, createJpegDecoder } from "../../../../worker/adapters/node.ts";
import { InputError } from "../../../../worker/errors/InputError.ts";
import { encodePng } from "../../../drawings/picture/encodePng.ts";
import { styledSets } from "../../../drawings/styles/styledSets.ts";

const SEED = 1;
/** Drawings of each style. */
const COUNT = 10;
const QUALITIES = [20, 50, 80, 95];

/** Half a point. */
const TOLERANCE = 0.005;

it("drawings saved as JPEG are read as well as their PNGs", { timeout: 300_000 }, async () => {
  const classifier = await createClassifier();
  const decodeJpeg = await createJpegDecoder();
  const isRight = (file: Uint8Array, label: number) => {
    try {
      return classifyImage(file, classifier, { decodeJpeg }).digit === label;
    } catch (error) {
      if (error instanceof InputError) return false;
      throw error;
    }
  };
  let count = 0;
  let right = { png: 0, jpeg: 0 };
  for (const { drawings } of styledSets(SEED, COUNT, { people: [], mnist: [] })) {
    for (const { picture, label } of drawings) {
      const png = encodePng(picture);
      const pngRight = isRight(png, label) ? QUALITIES.length : 0;
      const jpegs = await Promise.all(
        QUALITIES.map((quality) =>
          sharp(png).flatten({ background: "#fff" }).jpeg({ quality }).toBuffer(),
        ),
      );
      const jpegRight = jpegs.filter((jpeg) => isRight(jpeg, label)).length;
      right = { png: right.png + pngRight, jpeg: right.jpeg + jpegRight };
      count += QUALITIES.length;
    }
  }
  expect(count).toBeGreaterThan(500);
  expect(right.jpeg / count).toBeGreaterThanOrEqual(right.png / count - TOLERANCE);
});
