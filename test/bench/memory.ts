/**
 * `npx node test/bench/memory.ts`: what the worst PNGs that the format allows at a size add to the
 * resident memory of a process, at its peak, and how long they take. First in Node, each decoded and
 * made a digit of in a fresh process that has nothing else to do; then under workerd, as
 * `npm run bundle` has left it in dist/, so many at once, of as many pixels as the limits allow.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../../worker/errors/InputError.ts";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { DEEP_WEIGHT } from "../../worker/image/png/checkPngSize.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { noJudge } from "../../worker/writing/plainSteps.ts";
import { toPixels } from "../../worker/writing/toPixels.ts";
import { type Cost, peakUnderWorkerd } from "./peakUnderWorkerd.ts";
import { bytesOfRows, kinds, worstFile } from "./worstPng.ts";

const MEBI = 2 ** 20;
const SIDES = [512, 1024, 2048, 2896];

const LIMITLESS = {
  ...defaultLimits,
  maxPixels: Number.POSITIVE_INFINITY,
  maxInterlacedPixels: Number.POSITIVE_INFINITY,
};

/** Requests at once under workerd. */
const AT_ONCE = 4;

const [role, path, kind, side] = process.argv.slice(2);
if (role === "measure") console.log(JSON.stringify(measure(path)));
else if (role === "write") writeFileSync(path, worstFile(kinds[Number(kind)], Number(side)));
else await report();

/** A process begins with its parent's peak, so this one leaves the large files to others. */
async function report(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "memory-"));
  const file = join(folder, "worst.png");
  console.log("in Node".padEnd(26), "Mpixels  body MiB  rows MiB  peak growth MiB  time ms");
  for (const [i, kind] of kinds.entries()) {
    for (const side of SIDES) {
      run("write", file, i, side);
      const cost: Cost = JSON.parse(run("measure", file));
      printRow(kind.name, side, statSync(file).size, bytesOfRows(kind, side), cost);
    }
  }
  console.log(`\n${AT_ONCE} at once under workerd`);
  const { maxPixels, maxInterlacedPixels } = defaultLimits;
  for (const [i, kind] of kinds.entries()) {
    const pixels = kind.depth === 16 ? maxPixels / DEEP_WEIGHT : maxPixels;
    const most = kind.interlaced ? Math.min(pixels, maxInterlacedPixels) : pixels;
    const side = Math.floor(Math.sqrt(most));
    run("write", file, i, side);
    const cost = await peakUnderWorkerd(readFileSync(file), AT_ONCE);
    printRow(kind.name, side, statSync(file).size, bytesOfRows(kind, side), cost);
  }
  rmSync(folder, { recursive: true });
}

function printRow(name: string, side: number, body: number, rows: number, cost: Cost): void {
  const cells = [
    ((side * side) / MEBI).toFixed(2).padStart(7),
    (body / MEBI).toFixed(2).padStart(8),
    (rows / MEBI).toFixed(2).padStart(8),
    cost.mebibytes.toFixed(1).padStart(15),
    cost.milliseconds.toFixed(0).padStart(7),
  ];
  console.log(name.padEnd(26), cells.join("  "));
}

/** Runs this program in a fresh process, and returns what it prints. */
function run(...args: (string | number)[]): string {
  const words = [fileURLToPath(import.meta.url), ...args.map(String)];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/**
 * Resident memory before, with the body in it, against its peak after. Peak against peak would show
 * less, because the process had more when it started than it has now.
 */
function measure(path: string): Cost {
  const bytes = new Uint8Array(readFileSync(path));
  const kernels = new WebAssembly.Module(readFileSync("build/kernels.wasm"));
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const image = decodeImage(bytes, LIMITLESS, undefined, kernels);
  try {
    toPixels(image, "auto", noJudge);
  } catch (error) {
    // No such file shows a digit. That is found out at the end.
    if (!(error instanceof InputError)) throw error;
  }
  const milliseconds = performance.now() - start;
  const peak = 1024 * process.resourceUsage().maxRSS;
  return { mebibytes: (peak - before) / MEBI, milliseconds };
}
