import type { Source } from "../DrawingSet.ts";

/** What became of a drawing. */
export interface Answer {
  /** The digit that was meant. */
  label: number;
  /** The digit that it was taken for; null where it was refused. */
  digit: number | null;
  source: Source;
}

/** The drawings of a set. */
export interface AnsweredSet {
  name: string;
  answers: Answer[];
}

/** A set counts as poor where a smaller share of it is right. */
const POOR = 0.9;

/** Whether a drawing was refused or taken for another digit. */
export function isLost({ label, digit }: Pick<Answer, "label" | "digit">): boolean {
  return label !== digit;
}

/**
 * Words results for a terminal: a line for each set, with how many are right and refused and which
 * digits were taken for which; then the means of families, of all sets and of sources, and the sets
 * that are poor.
 */
export function report(sets: AnsweredSet[]): string {
  const width = Math.max(...sets.map(({ name }) => name.length));
  const rows = sets.map(({ name, answers }) => {
    const refused = answers.filter(({ digit }) => digit === null).length;
    const right = `${answers.length - answers.filter(isLost).length}/${answers.length}`;
    const counts = [right.padStart(9), String(refused || "·").padStart(7)];
    return [name.padEnd(width), ...counts, mistakes(answers)].join("  ").trimEnd();
  });
  return [
    ["set".padEnd(width), "right".padStart(9), "refused", "taken for"].join("  "),
    ...rows,
    "",
    ...families(sets),
    `mean of ${sets.length} sets ${percent(mean(sets))} %; ${sources(sets).join(", ")}`,
    ...poorest(sets),
  ].join("\n");
}

/** The wrong answers, "1→7 ×2, 5→3". */
function mistakes(answers: Answer[]): string {
  const wrong = answers.filter(({ label, digit }) => digit !== null && digit !== label);
  const alike = Map.groupBy(wrong, ({ label, digit }) => `${label}→${digit}`);
  return [...alike]
    .map(([pair, { length }]) => (length > 1 ? `${pair} ×${length}` : pair))
    .join(", ");
}

/** The mean of each family, if there are any: what stands before the slash in a name. */
function families(sets: AnsweredSet[]): string[] {
  const inFamilies = sets.filter(({ name }) => name.includes("/"));
  if (inFamilies.length === 0) return [];
  const byFamily = [...Map.groupBy(inFamilies, ({ name }) => name.split("/")[0])];
  const width = Math.max(...byFamily.map(([family]) => family.length));
  const lines = byFamily.map(([family, members]) => {
    const line = `${family.padEnd(width)}  ${percent(mean(members)).padStart(6)} %  of ${members.length}`;
    const poor = members.filter(isPoor).length;
    return poor > 0 ? `${line}, ${poor} under ${100 * POOR} %` : line;
  });
  return [...lines, ""];
}

function sources(sets: AnsweredSet[]): string[] {
  const bySource = Map.groupBy(
    sets.flatMap(({ answers }) => answers),
    ({ source }) => source,
  );
  return [...bySource].map(([source, answers]) => `${source} ${percent(share(answers))} %`);
}

/** The sets that are poor, the worst first; or the worst one. */
function poorest(sets: AnsweredSet[]): string[] {
  const sorted = sets.toSorted((a, b) => share(a.answers) - share(b.answers));
  const line = ({ name, answers }: AnsweredSet) =>
    `${percent(share(answers)).padStart(6)} %  ${name}`;
  const poor = sorted.filter(isPoor);
  if (poor.length === 0) return [`worst ${line(sorted[0]).trim()}`];
  return [`under ${100 * POOR} %: ${poor.length}`, ...poor.map(line)];
}

function isPoor({ answers }: AnsweredSet): boolean {
  return share(answers) < POOR;
}

function share(answers: Answer[]): number {
  return 1 - answers.filter(isLost).length / answers.length;
}

function mean(sets: AnsweredSet[]): number {
  return sets.reduce((sum, { answers }) => sum + share(answers), 0) / sets.length;
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}
