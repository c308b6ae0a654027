import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { zipOf } from "../../unit/packs/zip.ts";
import { KINDS } from "./pictures.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 3);

/** Enough for the start not to count: seconds on one thread. */
const COUNTS: Record<string, number> = { "28×28": 20_000, "280×280 RGBA": 2_000 };

/**
 * Prints pictures a second of `npx . --jobs` on one thread and on as many as there are cores, of the shortest
 * of some rounds, in turn, less the time that the program takes to start.
 */
export async function jobs(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jobs-"));
  const threads = [1, availableParallelism()];
  console.log(`pictures a second on ${threads.join(" and ")} threads`);
  for (const [kind, make] of Object.entries(KINDS)) {
    const pictures = make(COUNTS[kind]);
    const places = { files: join(folder, "files"), zip: join(folder, "of.zip") };
    mkdirSync(places.files, { recursive: true });
    for (const { name, bytes } of pictures) writeFileSync(join(places.files, name), bytes);
    writeFileSync(places.zip, zipOf(pictures));
    for (const [what, place] of Object.entries(places)) {
      const least = threads.map(() => Number.POSITIVE_INFINITY);
      for (let round = 0; round < ROUNDS; round++) {
        const start = seconds("1", "samples/7.png");
        for (const [i, count] of threads.entries()) {
          least[i] = Math.min(least[i], seconds(String(count), place) - start);
        }
      }
      const rates = least.map((time) => (pictures.length / time).toFixed(0));
      const gain = (least[0] / least[1]).toFixed(2);
      console.log(`${kind}, ${what}: ${rates.join(", ")} (× ${gain})`);
    }
    rmSync(places.files, { recursive: true });
  }
  rmSync(folder, { recursive: true });
}

function seconds(threads: string, place: string): number {
  const start = performance.now();
  const program = ["worker/adapters/cli.js", "--jobs", threads, place];
  const { status } = spawnSync(process.execPath, program, { stdio: "ignore" });
  if (status !== 0) throw new Error(`npx . --jobs ${threads} ${place} has failed`);
  return (performance.now() - start) / 1000;
}
