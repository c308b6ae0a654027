import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type DecodedPng, decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { drawSamples } from "../../samples/draw.ts";
import { drawPhotograph, PHOTOGRAPH } from "../../samples/photograph.ts";
import { createClassifier } from "../../worker/adapters/node.ts";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { recognise } from "../../worker/recognise.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";

import { decodeJpeg } from "./image/jpeg/decode.ts";

const folder = new URL("../../samples/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".png"));
const read = (name: string) => readFileSync(new URL(name, folder));

describe("samples", () => {
  it("are what samples/draw.ts draws", () => {
    const drawn = drawSamples();
    expect(drawn.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    for (const { name, bytes } of drawn) {
      const [committed, fresh] = [decode(read(name)), decode(bytes)];
      expect({ ...committed, data: digest(committed) }, name).toEqual({
        ...fresh,
        data: digest(fresh),
      });
    }
  });

  it("are what samples/photograph.ts draws", async () => {
    const levels = (file: Uint8Array) => decodeJpeg(file).grey;
    const [committed, fresh] = [levels(read(PHOTOGRAPH)), levels(await drawPhotograph())];
    // Another version of the encoder may round another way.
    expect(committed.findIndex((level, i) => Math.abs(level - fresh[i]) > 8)).toBe(-1);
  });

  it.each(names)("%s has the grey levels and alpha that another decoder finds", (name) => {
    const { grey, alpha } = decodeImage(read(name), defaultLimits);
    const expected = greyOf(decode(read(name)));
    expect(Array.from(grey)).toEqual(expected.grey);
    expect(alpha && Array.from(alpha)).toEqual(expected.alpha);
  });

  it.each(names.filter((name) => /^\d\.png$/.test(name)))("%s is recognised", async (name) => {
    const classifier = await createClassifier();
    const [{ digit }] = recognise([read(name)], { classifier, limits: defaultLimits });
    expect(digit).toBe(Number(name[0]));
  });
});

/** Of the decoded samples, because comparing long arrays one by one is slow. */
function digest({ data }: DecodedPng): string {
  return createHash("sha512").update(data).digest("hex");
}

/** Grey levels and alpha of what fast-png decodes, which leaves palettes and depths as they are. */
function greyOf(png: DecodedPng) {
  const { channels, palette } = png;
  const samples = samplesOf(png);
  const pixels = Array.from({ length: samples.length / channels }, (_, i) => {
    const pixel = samples.slice(i * channels, (i + 1) * channels);
    return palette?.[pixel[0]] ?? pixel;
  });
  const alpha = channels % 2 === 0 ? pixels.map((pixel) => pixel[channels - 1]) : null;
  const grey = pixels.map(([r, g, b], i) =>
    pixels[i].length < 3 ? r : (19595 * r + 38470 * g + 7471 * b + 32768) >> 16,
  );
  return { grey, alpha: alpha?.some((a) => a < 255) ? alpha : null };
}

/** A number for each sample: 0 … 255, or an index into the palette. */
function samplesOf({ data, width, height, depth, palette }: DecodedPng): number[] {
  if (depth === 16) return Array.from(data, (sample) => sample >> 8);
  if (depth === 8) return Array.from(data);
  const bits = Array.from(data, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const scale = palette ? 1 : 255 / (2 ** depth - 1);
  const rowBits = bits.length / height;
  return Array.from({ length: width * height }, (_, i) => {
    const at = Math.floor(i / width) * rowBits + (i % width) * depth;
    return Number.parseInt(bits.slice(at, at + depth), 2) * scale;
  });
}
