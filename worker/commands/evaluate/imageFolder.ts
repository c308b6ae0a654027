import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { listFiles } from "../../files/listFiles.ts";
import type { Dataset, LabelledImage } from "./dataset.ts";

/** How the names of image files end. */
export const IMAGE_FILE = /\.(png|jpe?g)$/i;

/**
 * The image files in a folder and those below it. A file's digit is its folder's name where that is
 * one digit, `7/anna.jpg`, and otherwise what its own name starts with, `people/3-01.png`. The files
 * of one folder are a group.
 *
 * @throws Error if there are none, or one is not named so
 */
export function imageFolder(folder: string): Dataset {
  const names = listFiles(folder).filter((name) => IMAGE_FILE.test(name));
  if (names.length === 0) throw new Error(`${folder} holds no PNG or JPEG file`);
  const nameless = names.find((name) => labelOf(join(folder, name)) === null);
  if (nameless) {
    throw new Error(
      `${join(folder, nameless)} is not named by its digit, as 7-01.png is, nor is its folder`,
    );
  }
  return { count: names.length, images: read(folder, names) };
}

function* read(folder: string, names: string[]): Generator<LabelledImage> {
  for (const name of names) {
    const path = join(folder, name);
    yield {
      name: path,
      group: dirname(name),
      label: Number(labelOf(path)),
      file: readFileSync(path),
    };
  }
}

/** The digit by which a file or its folder is named; null without one. */
function labelOf(path: string): string | null {
  const parent = basename(dirname(resolve(path)));
  if (/^\d$/.test(parent)) return parent;
  return /^\d/.exec(basename(path))?.[0] ?? null;
}
