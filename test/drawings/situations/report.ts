import type { Answer } from "../report.ts";
import type { Writer } from "./writers.ts";

/** What became of a picture of a kind. */
export interface SituationAnswer extends Answer {
  source: Writer["source"];
}

/** The pictures of a kind. */
export interface KindResult {
  name: string;
  answers: SituationAnswer[];
}

/** The share of a kind's pictures under which it counts as poor. */
const POOR = 0.9;

/**
 * Words results for a terminal: a line for each kind with how many are right and refused and what
 * was taken for what, then the means of families, of writers and of all, and the kinds that are poor.
 */
export function report(kinds: KindResult[]): string {
  const width = Math.max(...kinds.map(({ name }) => name.length));
  const rows = kinds.map(({ name, answers }) => {
    const refused = answers.filter(({ digit }) => digit === null).length;
    const right = `${answers.filter(isRight).length}/${answers.length}`;
    const counts = [right.padStart(5), String(refused || "·").padStart(7)];
    return [name.padEnd(width), ...counts, mistakes(answers)].join("  ").trimEnd();
  });
  const poor = kinds.filter(({ answers }) => share(answers) < POOR);
  const all = kinds.flatMap(({ answers }) => answers);
  const bySource = Map.groupBy(all, ({ source }) => source);
  const sources = [...bySource].map(
    ([source, answers]) => `${source} ${percent(share(answers))} %`,
  );
  return [
    [" ".repeat(width), "right", "refused", "taken for"].join("  "),
    ...rows,
    "",
    ...families(kinds),
    "",
    `mean of ${kinds.length} kinds ${percent(mean(kinds))} %; by ${sources.join(", ")}`,
    `under ${100 * POOR} %: ${poor.length} kinds`,
    ...poor.map(({ name, answers }) => `  ${percent(share(answers)).padStart(5)} %  ${name}`),
  ].join("\n");
}

function families(kinds: KindResult[]): string[] {
  const byFamily = Map.groupBy(kinds, ({ name }) => name.split("/")[0]);
  return [...byFamily].map(([family, members]) => {
    const poor = members.filter(({ answers }) => share(answers) < POOR).length;
    const line = `${family.padEnd(12)}${percent(mean(members)).padStart(6)} %  of ${members.length}`;
    return poor > 0 ? `${line}, ${poor} under ${100 * POOR} %` : line;
  });
}

/** The wrong answers, "1→7 ×2, 5→3". */
function mistakes(answers: Answer[]): string {
  const wrong = answers.filter(({ label, digit }) => digit !== null && digit !== label);
  const alike = Map.groupBy(wrong, ({ label, digit }) => `${label}→${digit}`);
  return [...alike]
    .map(([pair, { length }]) => (length > 1 ? `${pair} ×${length}` : pair))
    .join(", ");
}

function isRight({ label, digit }: Answer): boolean {
  return label === digit;
}

function share(answers: Answer[]): number {
  return answers.filter(isRight).length / answers.length;
}

function mean(kinds: KindResult[]): number {
  return kinds.reduce((sum, { answers }) => sum + share(answers), 0) / kinds.length;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
