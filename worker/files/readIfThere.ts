import { readFileSync } from "node:fs";

/** What a file holds; undefined if there is none, or none that can be read. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
