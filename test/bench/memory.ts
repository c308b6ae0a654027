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
import { defaultLimits } from "../../worker/settings/limits.ts";
import { toPixels } from "../../worker/writing/toPixels.ts";
import { startServer } from "./http/processes.ts";
import { service } from "./http/targets.ts";
import { SEVEN } from "./requests.ts";
import { bytesOfRows, kinds, worstFile } from "./worstPng.ts";

/** What a process finds out about a file. */
interface Cost {
  mebibytes: number;
  milliseconds: number;
}

const MEBI = 2 ** 20;
const SIDES = [512, 1024, 1448, 2048];

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
  const side = Math.floor(Math.sqrt(defaultLimits.maxPixels));
  for (const [i, kind] of kinds.entries()) {
    run("write", file, i, side);
    const cost = await serve(readFileSync(file));
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
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const image = decodeImage(bytes, { ...defaultLimits, maxPixels: Number.POSITIVE_INFINITY });
  try {
    toPixels(image);
  } catch (error) {
    // No such file shows a digit. That is found out at the end.
    if (!(error instanceof InputError)) throw error;
  }
  const milliseconds = performance.now() - start;
  const peak = 1024 * process.resourceUsage().maxRSS;
  return { mebibytes: (peak - before) / MEBI, milliseconds };
}

/** Sends a body so many times at once to a fresh server that has answered one request. */
async function serve(body: Uint8Array<ArrayBuffer>): Promise<Cost> {
  const post = (url: string, body: Uint8Array<ArrayBuffer>) =>
    fetch(`${url}/model/predict`, { method: "POST", body });
  const server = await startServer(service().command, (url) => post(url, SEVEN));
  const before = server.memory().resident;
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => post(server.url, body)));
  const milliseconds = performance.now() - start;
  for (const answer of answers) {
    // No such file shows a digit.
    if (answer.status !== 422 && answer.status !== 200) throw new Error(await answer.text());
  }
  const mebibytes = (server.memory().peak - before) / MEBI;
  await server.stop();
  return { mebibytes, milliseconds };
}
