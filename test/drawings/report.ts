/** What became of a drawing. */
export interface Answer {
  /** The digit that was meant. */
  label: number;
  /** The digit that it was taken for; null where it was refused. */
  digit: number | null;
}

/** The drawings of a style. */
export interface DrawnSet {
  name: string;
  answers: Answer[];
}

/**
 * Words results for a terminal: a line for each set, with how many are right and refused and which
 * digits were taken for which; then the mean over the sets, and the worst.
 */
export function report(sets: DrawnSet[]): string {
  const width = Math.max(...sets.map(({ name }) => name.length));
  const head = ["set".padEnd(width), "right".padStart(9), "refused", "taken for"].join("  ");
  const rows = sets.map(({ name, answers }) => {
    const refused = answers.filter(({ digit }) => digit === null).length;
    const right = `${countRight(answers)}/${answers.length}`;
    const counts = [right.padStart(9), String(refused || "·").padStart(7)];
    return [name.padEnd(width), ...counts, mistakes(answers)].join("  ").trimEnd();
  });
  const worst = sets.toSorted((a, b) => share(a) - share(b))[0];
  const mean = sets.reduce((sum, set) => sum + share(set), 0) / sets.length;
  const summary = [
    `mean of ${sets.length} sets ${percent(mean)} %`,
    `worst ${percent(share(worst))} % (${worst.name})`,
  ];
  return [head, ...rows, "", summary.join(", ")].join("\n");
}

/** The wrong answers, "1→7 ×2, 5→3". */
function mistakes(answers: Answer[]): string {
  const wrong = answers.filter(({ label, digit }) => digit !== null && digit !== label);
  const alike = Map.groupBy(wrong, ({ label, digit }) => `${label}→${digit}`);
  return [...alike]
    .map(([pair, { length }]) => (length > 1 ? `${pair} ×${length}` : pair))
    .join(", ");
}

function countRight(answers: Answer[]): number {
  return answers.filter(({ label, digit }) => label === digit).length;
}

function share({ answers }: DrawnSet): number {
  return countRight(answers) / answers.length;
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}
