/**
 * `npm run bench:pictures`: photographs from file to digit, beside what Pillow and sharp take to
 * decode them to grey levels alone. In turn, round by round, so that the ratios hold on a busy
 * machine.
 */
import sharp from "sharp";
import { classifyImage } from "../../../worker/adapters/classifyImage.ts";
import { createClassifier, createJpegDecoder } from "../../../worker/adapters/node.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { photographs } from "./photographs.ts";
import { startPillow } from "./pillow.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 15);

sharp.cache(false);
sharp.concurrency(1);

const classifier = await createClassifier();
const decodeJpeg = await createJpegDecoder();
const pillow = startPillow();
if (!pillow) console.log("note: no Pillow to compare with (apt-get install python3-pil)");

for (const { name, file } of await photographs()) {
  const subjects: [name: string, time: () => Promise<number> | number][] = [
    ["file to digit", () => timed(() => classifyImage(file, classifier, { decodeJpeg }))],
    ["of which decoding", () => timed(() => decodeImage(file, defaultLimits, decodeJpeg))],
    ["sharp, grey levels", () => timed(() => sharp(file).greyscale().raw().toBuffer())],
    ...(pillow
      ? [["Pillow, grey levels", () => pillow.time(file)] as [string, () => Promise<number>]]
      : []),
  ];
  const least = subjects.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, [, time]] of subjects.entries()) least[i] = Math.min(least[i], await time());
  }
  console.log(`\n${name}, ${(file.length / 1e6).toFixed(2)} MB: ms, and file to digit beside it`);
  for (const [i, [subject]] of subjects.entries()) {
    const ratio = i > 1 ? `× ${(least[0] / least[i]).toFixed(2)}` : "";
    console.log(subject.padEnd(24) + least[i].toFixed(1).padStart(8) + ratio.padStart(10));
  }
}
pillow?.stop();

async function timed(call: () => unknown): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}
