import type { Result } from "./classifyAll.ts";
import { calibrationError, confusion, countRight, interval } from "./statistics.ts";

/**
 * Words results for a terminal: accuracy with its 95 % confidence interval, by group where there
 * are several, expected calibration error, recall per digit, and the confusion matrix with the
 * labels at the left and the predictions above.
 */
export function report(results: Result[]): string {
  const groups = Map.groupBy(results, ({ group }) => group);
  const width = Math.max(...[...groups.keys()].map((name) => name.length));
  return [
    accuracy(results),
    ...(groups.size > 1
      ? [...groups].map(([name, r]) => `  ${name.padEnd(width)}  ${accuracy(r)}`)
      : []),
    `expected calibration error ${percent(calibrationError(results))} %`,
    "",
    ...matrix(results),
  ].join("\n");
}

function accuracy(results: Result[]): string {
  const [right, all] = [countRight(results), results.length];
  const [low, high] = interval(right, all).map(percent);
  return `accuracy ${percent(right / all)} % (${right} of ${all}; 95 % interval ${low} to ${high})`;
}

function matrix(results: Result[]): string[] {
  const counts = confusion(results);
  const cell = (value: number | string) => String(value).padStart(6);
  const header = ["digit ", "recall %", "  ", ...counts.map((_, digit) => cell(digit))].join("");
  const rows = counts.map((row, label) => {
    const all = row.reduce((sum, count) => sum + count, 0);
    const recall = (all ? percent(row[label] / all) : "–").padStart(8);
    return [`${label}     `, recall, "  ", ...row.map((count) => cell(count || "·"))].join("");
  });
  return [header, ...rows];
}

/** A share in percent, with two decimals. */
export function percent(share: number): string {
  return (100 * share).toFixed(2);
}
