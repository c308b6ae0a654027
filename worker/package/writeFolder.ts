import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../files/listFiles.ts";
import { replaceFile } from "../files/replaceFile.ts";
import { COMMAND } from "./manifest.ts";
import type { PackageFile } from "./PackageFile.ts";

/** Reads a folder's files to be put below another one. */
export function readFolder(folder: string, below: string): PackageFile[] {
  return listFiles(folder).map((path) => ({
    path: `${below}/${path}`,
    bytes: readFileSync(join(folder, path)),
  }));
}

/**
 * Makes a folder hold these files and no others, each replaced in one step.
 *
 * @param kept a folder in it that stays as it is
 */
export function writeFolder(folder: string, files: PackageFile[], kept?: string): void {
  for (const { path, bytes } of files) {
    replaceFile(join(folder, path), bytes, path === COMMAND ? 0o755 : 0o644);
  }
  const wanted = new Set(files.map(({ path }) => path));
  for (const path of listFiles(folder)) {
    const stays = wanted.has(path) || (kept && path.startsWith(`${kept}/`));
    if (!stays) rmSync(join(folder, path), { force: true });
  }
}
