import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";
import type { Figures } from "./timing.ts";

/** A line of a report. */
export interface Row extends Figures {
  name: string;
  /** Of the minima, to what the report compares with; none where that means nothing. */
  ratio?: number;
}

const NAME = 46;
const CELL = 11;

/** Prints times as a table under a heading. */
export function printTable(heading: string, unit: string, ratioTo: string, rows: Row[]): void {
  const heads = ["min", "median", "p95", ratioTo];
  console.log(`\n${`${heading}, ${unit}`.padEnd(NAME)}${heads.map(right).join("")}`);
  for (const { name, min, median, p95, ratio } of rows) {
    const cells = [min, median, p95].map((value) => right(value.toFixed(2)));
    const last = ratio === undefined ? "" : right(`× ${ratio.toFixed(2)}`);
    console.log(name.padEnd(NAME) + cells.join("") + last);
  }
}

function right(text: string): string {
  return ` ${text}`.padStart(CELL);
}

/** Writes a report's figures, with the machine that they hold for, as JSON. */
export function writeJson(file: string, figures: object): void {
  const machine = {
    cpu: cpus()[0].model,
    cores: cpus().length,
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    date: new Date().toISOString(),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ machine, ...figures }, null, 2)}\n`);
  console.log(`\nwrote ${file}`);
}
