import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { listFiles } from "../../../files/listFiles.ts";
import { IMAGE_FILE } from "../imageFolder.ts";

/** A picture whose numbers are known. */
export interface NumberPicture {
  /** Its path. */
  name: string;
  /** Its folder's name. */
  group: string;
  /** The lines of digits, parted by line feeds. */
  due: string;
  read(): Uint8Array;
}

/** Lines of digits, parted by _, up to the first hyphen or the end of the name. */
const CONTENT = /^(\d+(?:_\d+)*)[-.]/;

/**
 * The PNG and JPEG files in a folder and those below it, each named by what is written in it:
 * `12_345-note.png` has the lines 12 and 345. The files of one folder are a group.
 *
 * @throws Error if there are none, or one is not named so
 */
export function numberFolder(folder: string): NumberPicture[] {
  const names = listFiles(folder).filter((name) => IMAGE_FILE.test(name));
  if (names.length === 0) throw new Error(`${folder} holds no PNG or JPEG file`);
  return names.map((name) => {
    const path = join(folder, name);
    const content = CONTENT.exec(basename(name))?.[1];
    if (!content) {
      throw new Error(`${path} is not named by its digits, as 42.png and 12_345-two-lines.jpg are`);
    }
    const due = content.replaceAll("_", "\n");
    return { name: path, group: dirname(name), due, read: () => readFileSync(path) };
  });
}
