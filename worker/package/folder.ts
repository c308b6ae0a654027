import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { PackageFile } from "./PackageFile.ts";

/** The files in a folder and those below it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}

/** Reads a folder's files to be put below another one. */
export function readFolder(folder: string, below: string): PackageFile[] {
  return filesIn(folder).map((path) => ({
    path: `${below}/${path}`,
    bytes: readFileSync(join(folder, path)),
  }));
}

/**
 * Makes a folder hold these files and no others. What is already as it should be stays untouched,
 * and what is not is replaced in one step: several builds may run at once.
 *
 * @param kept a folder in it that stays as it is
 */
export function writeFolder(folder: string, files: PackageFile[], kept?: string): void {
  for (const { path, bytes } of files) replace(join(folder, path), Buffer.from(bytes));
  const wanted = new Set(files.map(({ path }) => path));
  for (const path of filesIn(folder)) {
    const stays = wanted.has(path) || (kept && path.startsWith(`${kept}/`));
    if (!stays) rmSync(join(folder, path), { force: true });
  }
}

function replace(path: string, bytes: Buffer): void {
  if (readIfThere(path)?.equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `build/package.${process.pid}`;
  writeFileSync(temporary, bytes, { mode: path.endsWith("cli.js") ? 0o755 : 0o644 });
  renameSync(temporary, path);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
