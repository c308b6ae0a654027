import { join } from "node:path";
import { progressBar } from "../../../worker/adapters/terminal/progress.ts";
import type { NumberSet } from "../numbers/number.ts";
import { encodePng } from "../picture/encodePng.ts";
import { createNumberReader } from "./numberReader.ts";
import { type NumberAnswer, reportNumbers } from "./numberReport.ts";
import { type NumberOutcome, numberSheet, numberTile } from "./numberSheet.ts";
import { type Keep, write } from "./write.ts";

/** Draws the pictures of sets, reads them, prints a report, and keeps what is to be kept. */
export async function evaluateNumbers(sets: readonly NumberSet[], keep: Keep): Promise<void> {
  const read = await createNumberReader();
  const progress = progressBar(sets.length);
  const answers: NumberAnswer[] = [];
  const outcomes: NumberOutcome[] = [];
  sets.forEach(({ name: group, drawings }, done) => {
    let number = 0;
    for (const drawing of drawings) {
      const { due, source, picture } = drawing;
      const png = encodePng(picture);
      number++;
      const answer = { name: `${group} ${number}`, group, due, read: read(png), source };
      answers.push(answer);
      const isLost = answer.read !== due;
      if (keep.sheet && (keep.all || isLost)) {
        outcomes.push({ ...answer, tile: numberTile(drawing) });
      }
      if (keep.lost && isLost) write(join(keep.lost, fileName(answer, number)), png);
    }
    progress(done + 1);
  });
  console.log(reportNumbers(answers));
  if (keep.sheet) {
    write(keep.sheet, numberSheet(outcomes));
    console.log(`wrote ${keep.sheet}`);
  }
}

/** A folder for each kind, and a name as `npm run evaluate -- --numbers` takes it. */
function fileName({ group, due }: NumberAnswer, number: number): string {
  return join(group.replaceAll(/\W+/g, "-"), `${due.replaceAll("\n", "_")}-${number}.png`);
}
