/**
 * `node test/bench/memory.ts`: what decoding a PNG and making a digit of it adds to the resident
 * memory of a process, at its peak, and how long it takes. The files are the worst that the format
 * allows at a size; each is read by a fresh process, which has nothing else to do.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { InputError } from "../../worker/errors/InputError.ts";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { inflatedBytes, passes } from "../../worker/image/png/passes.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { toPixels } from "../../worker/writing/toPixels.ts";
import { assemble, chunk, headerData } from "../unit/image/png/writePng.ts";

/** A kind of file; with `fill`, IDATs of so many bytes make it as large as a body may be. */
interface Kind {
  name: string;
  colourType: number;
  depth: number;
  interlaced?: boolean;
  fill?: number;
}

/** What a process finds out about a file. */
interface Cost {
  mebibytes: number;
  milliseconds: number;
}

const MEBI = 2 ** 20;
const { maxBodyBytes } = defaultLimits;
const deep = { colourType: 6, depth: 16 };
const kinds: Kind[] = [
  { name: "1-bit grey", colourType: 0, depth: 1 },
  { name: "8-bit palette with tRNS", colourType: 3, depth: 8 },
  { name: "16-bit RGBA", ...deep },
  { name: "16-bit RGBA, interlaced", ...deep, interlaced: true },
  { name: "the same, largest body", ...deep, interlaced: true, fill: 2 ** 16 },
  { name: "the same, tiny IDATs", ...deep, interlaced: true, fill: 1 },
];
const sides = [512, 1024, 1448, 2048];

const [role, path, kind, side] = process.argv.slice(2);
if (role === "measure") console.log(JSON.stringify(measure(path)));
else if (role === "write") writeFileSync(path, worstFile(kinds[Number(kind)], Number(side)));
else report();

/** A process begins with its parent's peak, so this one leaves the large files to others. */
function report(): void {
  const folder = mkdtempSync(join(tmpdir(), "memory-"));
  const path = join(folder, "worst.png");
  console.log("PNG".padEnd(26), "Mpixels  body MiB  rows MiB  peak growth MiB  time ms");
  for (const [i, kind] of kinds.entries()) {
    for (const side of sides) {
      run("write", path, i, side);
      const { mebibytes, milliseconds }: Cost = JSON.parse(run("measure", path));
      const cells = [
        ((side * side) / MEBI).toFixed(2).padStart(7),
        (statSync(path).size / MEBI).toFixed(2).padStart(8),
        (inflatedBytes(header(kind, side)) / MEBI).toFixed(2).padStart(8),
        mebibytes.toFixed(1).padStart(15),
        milliseconds.toFixed(0).padStart(7),
      ];
      console.log(kind.name.padEnd(26), cells.join("  "));
    }
  }
  rmSync(folder, { recursive: true });
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
  const image = decodeImage(bytes, { maxPixels: Number.POSITIVE_INFINITY, maxSide: 2 ** 16 });
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

function header({ colourType, depth, interlaced = false }: Kind, side: number) {
  return { width: side, height: side, depth, colourType, interlaced };
}

/** Every pixel counts, none is opaque where it can be clear, and every row is of filter type 4. */
function worstFile(kind: Kind, side: number): Uint8Array {
  const head = header(kind, side);
  const rows = Buffer.alloc(inflatedBytes(head)).map((_, i) => (i * i) >> 4);
  let at = 0;
  for (const pass of passes(head)) {
    for (let row = 0; row < pass.rows; row++, at += 1 + pass.rowBytes) rows[at] = 4;
  }
  const palette = Array.from({ length: 3 * 256 }, (_, i) => i);
  const chunks = [
    chunk("IHDR", headerData(head)),
    ...(kind.colourType === 3
      ? [chunk("PLTE", palette), chunk("tRNS", palette.slice(0, 256))]
      : []),
    chunk("IDAT", deflateSync(rows)),
  ];
  const end = chunk("IEND", []);
  const room = maxBodyBytes - assemble([...chunks, end]).length;
  return assemble([...chunks, ...(kind.fill ? filling(room, kind.fill) : []), end]);
}

/** IDATs of so many bytes, which decoders read past because the zlib stream has ended before. */
function filling(room: number, size: number): Buffer[] {
  const idat = chunk("IDAT", Buffer.alloc(size));
  return Array(Math.floor(room / idat.length)).fill(idat);
}
