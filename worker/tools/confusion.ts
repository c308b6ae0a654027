import { CLASSES } from "../classifier/kernels.ts";

/** How often each digit was taken for each: counts[label][prediction]. */
export type Confusion = number[][];

/** A table of zeros. */
export function newConfusion(): Confusion {
  return Array.from({ length: CLASSES }, () => Array<number>(CLASSES).fill(0));
}

/**
 * Words the table: accuracy, recall per digit, and the confusion matrix with the labels at the
 * left and the predictions above.
 */
export function describe(counts: Confusion): string {
  const total = sum(counts.map(sum));
  const right = sum(counts.map((row, label) => row[label]));
  const cell = (value: number | string) => String(value).padStart(6);
  const header = ["digit ", "recall %", "  ", ...counts.map((_, digit) => cell(digit))].join("");
  const rows = counts.map((row, label) => {
    const recall = percent(row[label], sum(row)).padStart(8);
    return [`${label}     `, recall, "  ", ...row.map((count) => cell(count || "·"))].join("");
  });
  return `accuracy ${percent(right, total)} % (${right} of ${total})\n\n${header}\n${rows.join("\n")}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : ((100 * part) / whole).toFixed(2);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
