import { editDistance } from "./editDistance.ts";

/** What is written in a picture, and what was read in it. */
export interface NumberResult {
  /** Tells the picture from the others. */
  name: string;
  /** Pictures that belong together, and are counted together. */
  group: string;
  /** The lines of digits, parted by line feeds. */
  due: string;
  /** In the same form; null where no digit was made out. */
  read: string | null;
}

/** How well pictures of numbers are read. */
export interface Tally {
  pictures: number;
  /** Pictures in which every line is read as it is. */
  exact: number;
  refused: number;
  lines: number;
  /** Lines that are read as they are, in their order. */
  exactLines: number;
  digits: number;
  /** Digits left out, put in or taken for others: Levenshtein's distance, whatever the lines. */
  wrong: number;
}

export function tally(results: readonly NumberResult[]): Tally {
  const sum = (of: (result: NumberResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    pictures: results.length,
    exact: sum(({ due, read }) => (due === read ? 1 : 0)),
    refused: sum(({ read }) => (read === null ? 1 : 0)),
    lines: sum(({ due }) => linesOf(due).length),
    exactLines: sum(exactLines),
    digits: sum(({ due }) => digitsOf(due).length),
    wrong: sum(wrongDigits),
  };
}

/** Levenshtein's distance between the digits that are written and those that were read. */
export function wrongDigits({ due, read }: NumberResult): number {
  return editDistance(digitsOf(due), digitsOf(read ?? ""));
}

/** The results that are wrong, those with the most wrong digits first. */
export function worstFirst<Result extends NumberResult>(results: readonly Result[]): Result[] {
  return results
    .filter(({ due, read }) => due !== read)
    .toSorted((a, b) => wrongDigits(b) - wrongDigits(a));
}

/** The length of the longest common subsequence of the lines. */
function exactLines({ due, read }: NumberResult): number {
  if (read === null) return 0;
  const [written, found] = [linesOf(due), linesOf(read)];
  return (written.length + found.length - editDistance(written, found, 2)) / 2;
}

function linesOf(text: string): string[] {
  return text.split("\n");
}

function digitsOf(text: string): string {
  return text.replaceAll("\n", "");
}
