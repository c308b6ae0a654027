import type { Result } from "./classifyAll.ts";
import { calibrationError, confusion, countRight, interval } from "./statistics.ts";

/**
 * Words results for a terminal: accuracy with its 95 % confidence interval, by group where there
 * are several, expected calibration error, recall per digit, and the confusion matrix with the
 * labels at the left and the predictions above, "none" where no digit was made out.
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
  const labelled = Map.groupBy(results, ({ label }) => label);
  const unread = (label: number) =>
    (labelled.get(label) ?? []).filter(({ digit }) => digit === null).length;
  const cell = (value: number | string) => String(value).padStart(6);
  const columns = [...counts.map((_, digit) => cell(digit)), cell("none")];
  const header = ["digit ", "recall %", "  ", ...columns].join("");
  const rows = counts.map((row, label) => {
    const all = labelled.get(label)?.length;
    const recall = (all ? percent(row[label] / all) : "–").padStart(8);
    const cells = [...row, unread(label)].map((count) => cell(count || "·"));
    return [`${label}     `, recall, "  ", ...cells].join("");
  });
  return [header, ...rows];
}

/** A share in percent, with two decimals. */
export function percent(share: number): string {
  return (100 * share).toFixed(2);
}
