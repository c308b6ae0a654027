import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What of an evaluation is kept in files. */
export interface Keep {
  /** A sheet of the mistakes, or of all. */
  sheet?: string;
  all: boolean;
  /** A folder for the pictures that were misread or refused. */
  lost?: string;
}

/** Writes a file, and the folder that it is in. */
export function write(file: string, contents: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
