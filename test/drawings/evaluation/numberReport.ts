import {
  numberReport,
  numberTable,
  type Row,
} from "../../../worker/commands/evaluate/numbers/numberReport.ts";
import type { NumberResult } from "../../../worker/commands/evaluate/numbers/tally.ts";
import type { Source } from "../DrawingSet.ts";

/** What became of a picture; its group is its kind. */
export interface NumberAnswer extends NumberResult {
  source: Source;
}

/** Words answers for a terminal: by kind, then by family, by source, and of all. */
export function reportNumbers(answers: readonly NumberAnswer[]): string {
  const by = (of: (answer: NumberAnswer) => string): Row[] => [...Map.groupBy(answers, of)];
  const families = by(({ group }) => group.split("/")[0]);
  const sources = by(({ source }) => source);
  return [
    ...numberTable(by(({ group }) => group)),
    "",
    ...numberTable([...families, ...sources]),
    "",
    numberReport(answers.map((answer) => ({ ...answer, group: "" }))),
  ].join("\n");
}
