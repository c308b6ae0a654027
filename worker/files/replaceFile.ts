import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readIfThere } from "./readIfThere.ts";

/** Not beside the file: a build that runs at the same time tidies the folders of its output. */
const TEMPORARY = join(import.meta.dirname, "..", "..", "build");

/**
 * Writes a file in one step, so that builds that run at once never see half of it. A file that
 * holds the same bytes already stays untouched.
 *
 * @param path below build/; folders that are missing are made
 * @param mode of a new file, less the umask
 */
export function replaceFile(path: string, content: string | Uint8Array, mode = 0o666): void {
  const bytes = Buffer.from(content);
  if (readIfThere(path)?.equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(TEMPORARY, `${basename(path)}.${process.pid}`);
  writeFileSync(temporary, bytes, { mode });
  renameSync(temporary, path);
}
