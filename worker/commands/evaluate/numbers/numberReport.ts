import { percent } from "../report.ts";
import { interval } from "../statistics.ts";
import { type NumberResult, tally } from "./tally.ts";

/** A row's heading, and the results that it counts. */
export type Row = [name: string, results: readonly NumberResult[]];

/**
 * Words results for a terminal: exact pictures with their 95 % confidence interval, exact lines,
 * the digit error rate and refusals; by group where there are several.
 */
export function numberReport(results: readonly NumberResult[]): string {
  const { pictures, exact, refused, lines, exactLines, digits, wrong } = tally(results);
  const [low, high] = interval(exact, pictures).map(percent);
  const groups = [...Map.groupBy(results, ({ group }) => group)];
  return [
    `exact pictures ${share(exact, pictures)} (95 % interval ${low} to ${high})`,
    `exact lines ${share(exactLines, lines)}`,
    `digit error rate ${share(wrong, digits)}`,
    `refused ${refused}`,
    ...(groups.length > 1 ? ["", ...numberTable(groups)] : []),
  ].join("\n");
}

/** Rows of exact pictures, exact lines, wrong digits and refusals, under a heading. */
export function numberTable(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  const line = (name: string, ...cells: string[]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(12))].join("").trimEnd();
  return [
    line("", "pictures", "lines", "wrong digits", "%", "refused"),
    ...rows.map(([name, results]) => {
      const { pictures, exact, refused, lines, exactLines, digits, wrong } = tally(results);
      return line(
        name,
        `${exact}/${pictures}`,
        `${exactLines}/${lines}`,
        `${wrong}/${digits}`,
        percent(wrong / digits),
        refused === 0 ? "·" : String(refused),
      );
    }),
  ];
}

function share(part: number, whole: number): string {
  return `${percent(part / whole)} % (${part} of ${whole})`;
}
