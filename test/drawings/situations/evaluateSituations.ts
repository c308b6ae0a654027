import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { progressBar } from "../../../worker/adapters/terminal/progress.ts";
import type { Person } from "../hands.ts";
import { createReader } from "../service.ts";
import { type KindResult, report } from "./report.ts";
import { isLost, type Outcome, sheet } from "./sheet.ts";
import { type Kind, situation } from "./situation.ts";

/** What is drawn and kept. */
export interface Options {
  seed: number;
  people: readonly Person[];
  /** Where the sheet of what was lost goes. */
  sheet?: string | undefined;
  /** Whether the sheet shows every picture. */
  all: boolean;
  /** Where the pictures that were lost go, one by one. */
  lost?: string | undefined;
}

/** Draws thirty pictures of each kind, asks the service, and prints what became of them. */
export async function evaluateSituations(kinds: readonly Kind[], options: Options): Promise<void> {
  const read = await createReader();
  const progress = progressBar(kinds.length);
  const results: KindResult[] = [];
  const outcomes: Outcome[] = [];
  for (const kind of kinds) {
    const result: KindResult = { name: kind.name, answers: [] };
    for (const sent of situation(kind, options.seed, options.people)) {
      const { digit, refusal } = await read(sent.png);
      result.answers.push({ ...sent, digit });
      if (options.all || digit !== sent.label)
        outcomes.push({ ...sent, kind: kind.name, digit, refusal });
    }
    results.push(result);
    progress(results.length);
  }
  console.log(report(results));
  if (options.sheet) {
    writeFileSync(options.sheet, sheet(outcomes));
    console.log(`wrote ${options.sheet}`);
  }
  if (options.lost) keep(outcomes.filter(isLost), options.lost);
}

/** Writes the pictures, each named by its digit, into a folder for each kind. */
function keep(lost: Outcome[], folder: string): void {
  lost.forEach(({ kind, label, png }, i) => {
    const place = join(folder, kind.replaceAll(/[^\w]+/g, "-"));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${label}-${i}.png`), png);
  });
  console.log(`wrote ${lost.length} pictures to ${folder}`);
}
