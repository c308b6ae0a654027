/**
 * `npm run fuzz`: random input for the pipeline and for the reader of uploads, until a time is over.
 * `-- --seconds 3600` for an hour (60 s by default), `--target uploads` for one of them, `--seed 1`
 * from a seed on. What breaks a property is written to build/fuzz/; mend the fault and move the file
 * to corpus/, where the unit tests try it ever after.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { randomFrom } from "../unit/random.ts";
import { targets } from "./targets.ts";

const FOLDER = "build/fuzz";
const MILLISECONDS = 1000;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    target: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 2 ** 32) },
  },
});
const names = values.target ? [values.target] : Object.keys(targets);
const seconds = Number(values.seconds);
if (!(seconds > 0) || names.some((name) => !(name in targets))) {
  console.error(
    `Usage: npm run fuzz -- [--seconds 60] [--target ${Object.keys(targets).join("|")}]`,
  );
  process.exit(1);
}

for (const name of names) {
  const { property, attempt } = targets[name];
  const end = Date.now() + (seconds / names.length) * MILLISECONDS;
  let seed = Number(values.seed);
  let found = 0;
  for (; Date.now() < end; seed++) {
    const finding = await attempt(randomFrom(seed));
    if (!finding) continue;
    found++;
    process.exitCode = 1;
    mkdirSync(FOLDER, { recursive: true });
    const path = join(FOLDER, `${name}-${seed}.${finding.extension}`);
    writeFileSync(path, finding.input);
    console.error(`${path}: ${finding.message}`);
  }
  console.log(`${name}: ${seed - Number(values.seed)} tried, ${found} found; ${property}`);
}
