import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { noJudge } from "../../worker/writing/plainSteps.ts";
import { toPixels } from "../../worker/writing/toPixels.ts";
import { assemble, chunk, headerData } from "../unit/image/png/writePng.ts";

/** The samples' 28×28 grey levels, digits 0 to 9. */
const digits = Array.from({ length: 10 }, (_, digit) => {
  const file = readFileSync(new URL(`../../samples/${digit}.png`, import.meta.url));
  return toPixels(decodeImage(file, defaultLimits), "auto", noJudge);
});

/** A PNG file of a digit that no other number gives: the sample of its last place, with noise. */
export function noisyDigit(number: number, random: () => number): Uint8Array<ArrayBuffer> {
  const pixels = digits[number % 10].map((grey) =>
    Math.max(0, Math.min(255, grey + 60 * (random() - 0.5))),
  );
  const rows = Buffer.alloc(29 * 28);
  for (let y = 0; y < 28; y++) rows.set(pixels.subarray(28 * y, 28 * y + 28), 29 * y + 1);
  const header = headerData({ width: 28, height: 28, depth: 8, colourType: 0 });
  const file = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", [])];
  return new Uint8Array(assemble(file));
}
