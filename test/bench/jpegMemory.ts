/**
 * `npx node test/bench/jpegMemory.ts`: what the largest JPEGs within the limits add to workerd's
 * resident memory, at its peak, one by itself and four at once, as `npm run bundle` has left the
 * Worker in dist/.
 */
import sharp, { type JpegOptions } from "sharp";
import { peakUnderWorkerd } from "./peakUnderWorkerd.ts";

/** Square pictures of noise, which fill the body. */
const KINDS: { name: string; side: number; sigma: number; options: JpegOptions }[] = [
  { name: "baseline, 12 million", side: 3492, sigma: 20, options: { quality: 80 } },
  { name: "baseline, 64 Mi", side: 8192, sigma: 20, options: { quality: 40 } },
  {
    name: "progressive, 12 Mi, 4:2:0",
    side: 3536,
    sigma: 40,
    options: { quality: 70, progressive: true },
  },
  {
    name: "progressive, 6 Mi, 4:4:4",
    side: 2504,
    sigma: 40,
    options: { quality: 60, progressive: true, chromaSubsampling: "4:4:4" },
  },
];

const head = (text: string) => text.padStart(14);
console.log(
  "JPEG".padEnd(28) + ["body MiB", "1: peak MiB", "ms", "4: peak MiB", "ms"].map(head).join(""),
);
for (const { name, side, sigma, options } of KINDS) {
  const noise = { type: "gaussian", mean: 150, sigma } as const;
  const create = { width: side, height: side, channels: 3, background: "#fff", noise } as const;
  const file = new Uint8Array(await sharp({ create }).jpeg(options).toBuffer());
  const costs = [await peakUnderWorkerd(file, 1), await peakUnderWorkerd(file, 4)];
  const cells = costs.flatMap(({ mebibytes, milliseconds }) => [
    mebibytes.toFixed(1),
    milliseconds.toFixed(0),
  ]);
  console.log(name.padEnd(28) + [(file.length / 2 ** 20).toFixed(2), ...cells].map(head).join(""));
}
