/**
 * `npm run bench:pictures`: pictures from file to digit, beside what Pillow and sharp take to decode them
 * to grey levels alone. In turn, round by round, so that the ratios hold on a busy machine.
 */
import sharp from "sharp";
import { classifyImage } from "../../../worker/adapters/classifyImage.ts";
import { createClassifier, createJpegDecoder } from "../../../worker/adapters/node.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { SEVEN } from "../requests.ts";
import { canvas, noisyPhotograph } from "./drawnPngs.ts";
import { type Photograph, photographs } from "./photographs.ts";
import { startPillow } from "./pillow.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 15);

/** The least time that is measured at once, in ms: the clock is too coarse for a small picture. */
const SHORTEST = 0.5;

/** Least time that a subject is given in a round, in ms: of small pictures many fit. */
const BUDGET = 2;

sharp.cache(false);
sharp.concurrency(1);

const classifier = await createClassifier();
const decodeJpeg = await createJpegDecoder();
const { kernels } = classifier;
const pillow = startPillow();
if (!pillow) console.log("note: no Pillow to compare with (apt-get install python3-pil)");

const pictures: Photograph[] = [
  { name: "28×28 PNG, grey", file: SEVEN },
  { name: "280×280 PNG, RGBA", file: await canvas(280) },
  { name: "1,024×1,024 PNG, RGBA", file: await canvas(1024) },
  { name: "1,024×1,024 PNG, RGB, noisy", file: await noisyPhotograph(1024) },
  { name: "2,880×2,880 PNG, RGBA", file: await canvas(2880) },
  ...(await photographs()),
];

for (const { name, file } of pictures) {
  const subjects: [name: string, time: () => Promise<number> | number][] = [
    ["file to digit", () => timed(() => classifyImage(file, classifier, { decodeJpeg }))],
    ["of which decoding", () => timed(() => decodeImage(file, defaultLimits, decodeJpeg, kernels))],
    ["sharp, grey levels", () => timed(() => sharp(file).greyscale().raw().toBuffer())],
    ...(pillow
      ? [["Pillow, grey levels", () => pillow.time(file)] as [string, () => Promise<number>]]
      : []),
  ];
  const least = subjects.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, [, time]] of subjects.entries()) {
      for (let spent = 0; spent < BUDGET; ) {
        const milliseconds = await time();
        least[i] = Math.min(least[i], milliseconds);
        spent += milliseconds;
      }
    }
  }
  console.log(`\n${name}, ${(file.length / 1e6).toFixed(2)} MB: ms, and file to digit beside it`);
  for (const [i, [subject]] of subjects.entries()) {
    const ratio = i > 1 ? `× ${(least[0] / least[i]).toFixed(2)}` : "";
    console.log(subject.padEnd(24) + least[i].toFixed(3).padStart(10) + ratio.padStart(10));
  }
}
pillow?.stop();

/** Milliseconds of a call, of as many in a row as it takes for the clock to tell. */
async function timed(call: () => unknown): Promise<number> {
  const start = performance.now();
  for (let calls = 1; ; calls++) {
    await call();
    const spent = performance.now() - start;
    if (spent >= SHORTEST) return spent / calls;
  }
}
