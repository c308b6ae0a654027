import { between, oneOf, type Random, type Range } from "../chance.ts";
import { isDigit } from "./writing/letters.ts";

/** Makes the rows that are to be written. */
export type Text = (random: Random) => string[];

/** Rows of digits. */
export function digits(count: Range, rows: Range = [1, 1]): Text {
  return repeated(rows, (random) => filled("#".repeat(whole(random, count)), random));
}

/** Rows of one of some forms, in which # stands for a digit. */
export function like(forms: readonly string[], rows: Range = [1, 1]): Text {
  return repeated(rows, (random) => filled(oneOf(random, forms), random));
}

/** Rows of columns, each of one of some forms. */
export function columns(forms: readonly string[], across: Range, rows: Range): Text {
  return (random) => {
    const chosen = Array.from({ length: whole(random, across) }, () => oneOf(random, forms));
    return repeated(rows, (again) => filled(chosen.join("\t"), again))(random);
  };
}

/** Rows of one and the same digit, as people fill sheets. */
export function sameDigit(count: Range, rows: Range): Text {
  return (random) => {
    const digit = String(whole(random, [0, 9]));
    return repeated(rows, (again) => digit.repeat(whole(again, count)))(random);
  };
}

/** A row of digits, each of which may come after the one before it. */
export function chained(count: Range, after: (digit: string) => string): Text {
  return (random) => {
    let row = oneOf(
      random,
      [..."0123456789"].filter((digit) => after(digit) !== ""),
    );
    for (let left = whole(random, count) - 1; left > 0; left--) {
      const next = [...after(row.slice(-1))].filter((digit) => after(digit) !== "");
      row += oneOf(random, next);
    }
    return [row];
  };
}

/** The digits of rows, of which some may have none. */
export function dueOf(rows: readonly string[]): string[] {
  return rows.map((row) => [...row].filter(isDigit).join("")).filter((row) => row !== "");
}

function repeated(rows: Range, row: (random: Random) => string): Text {
  return (random) => Array.from({ length: whole(random, rows) }, () => row(random));
}

function filled(form: string, random: Random): string {
  return form.replaceAll("#", () => String(whole(random, [0, 9])));
}

function whole(random: Random, [from, to]: Range): number {
  return Math.floor(between(random, [from, to + 1]));
}
