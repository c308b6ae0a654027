import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createClassifier, createJpegDecoder } from "../../../worker/adapters/node.ts";
import { read } from "../../../worker/recognise.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { sharedFolder } from "./shared.ts";

/** How many of the twelve pictures are read without a mistake, at least. */
const FLOOR = 10;

describe("other people's pictures of numbers", () => {
  it("are read", { timeout: 120_000 }, async (context) => {
    const folder = sharedFolder("numbers", context);
    const recogniser = {
      classifier: await createClassifier(),
      limits: { ...defaultLimits, maxPixels: Infinity },
      decodeJpeg: await createJpegDecoder(),
    };
    const files = readdirSync(folder).filter((name) => /\.(png|jpg)$/.test(name));
    const wrong = files.filter((name) => {
      const [{ text }] = read([readFileSync(join(folder, name))], recogniser);
      return text.replaceAll("\n", "_") !== name.split("-")[0];
    });
    expect(files).toHaveLength(12);
    expect(wrong.length, wrong.join(", ")).toBeLessThanOrEqual(files.length - FLOOR);
  });
});
