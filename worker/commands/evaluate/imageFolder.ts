import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { listFiles } from "../../files/listFiles.ts";
import type { Dataset, LabelledPng } from "./dataset.ts";

/**
 * The PNG files in a folder and those below it, each named by its digit first: `7.png`,
 * `people/3-01.png`. The files of one folder are a group.
 *
 * @throws Error if there are none, or one is not named so
 */
export function imageFolder(folder: string): Dataset {
  const names = listFiles(folder).filter((name) => name.toLowerCase().endsWith(".png"));
  if (names.length === 0) throw new Error(`${folder} holds no PNG file`);
  const nameless = names.find((name) => !/^\d/.test(basename(name)));
  if (nameless)
    throw new Error(`${join(folder, nameless)} is not named by its digit, as 7-01.png is`);
  return { count: names.length, images: read(folder, names) };
}

function* read(folder: string, names: string[]): Generator<LabelledPng> {
  for (const name of names) {
    const png = readFileSync(join(folder, name));
    yield { name: join(folder, name), group: dirname(name), label: Number(basename(name)[0]), png };
  }
}
