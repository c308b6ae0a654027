import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * The files in a folder and those below it.
 *
 * @returns paths from the folder on, with / between their parts, sorted
 * @throws Error if there is no such folder
 */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}
