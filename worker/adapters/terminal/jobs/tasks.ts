import { type FileHandle, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../../errors/InputError.ts";
import { listFiles } from "../../../files/listFiles.ts";
import { HEAD, packFormat } from "../../../packs/packFormat.ts";
import { readPack } from "../../../packs/readPack.ts";
import { troubleOf } from "../attempt.ts";
import { fileSource } from "./fileSource.ts";
import type { Task } from "./Task.ts";

/** Files that are pictures by their names are not opened to see whether they are packs. */
const PICTURE = /\.(png|jpe?g)$/i;

/** What nobody means by a folder's pictures. */
const HIDDEN = /(^|\/)\./;

/** A pack may have any number of pictures, and a picture a gigabyte: nobody else waits here. */
const LIMITS = {
  maxBytes: Number.POSITIVE_INFINITY,
  maxPictures: Number.POSITIVE_INFINITY,
  maxPictureBytes: 2 ** 30,
};

/**
 * The pictures of files, folders and packs, in the order of the paths, of a folder's files and of a pack.
 * What keeps one from being read is a task, too.
 */
export async function* tasksOf(paths: string[]): AsyncGenerator<Task> {
  const files = (await Promise.all(paths.map(filesOf))).flat();
  for (const [i, file] of files.entries()) {
    const share = (part: number) => (i + part) / files.length;
    if (PICTURE.test(file)) yield { file, progress: share(1) };
    else yield* packTasks(file, share);
  }
}

/** The path itself, or the files of a folder. */
async function filesOf(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  return listFiles(path)
    .filter((file) => !HIDDEN.test(file))
    .map((file) => join(path, file));
}

async function* packTasks(file: string, share: (part: number) => number): AsyncGenerator<Task> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    const source = fileSource(handle, (await handle.stat()).size);
    const format = packFormat(await source.read(0, Math.min(HEAD, source.size)));
    if (!format) yield { file, progress: share(1) };
    else {
      for await (const { name, file: found } of readPack(format, source, LIMITS)) {
        const progress = share(source.progress());
        if (found instanceof InputError) yield { file, name, progress, error: troubleOf(found) };
        else yield { file, name, progress, bytes: new Uint8Array(found) };
      }
    }
  } catch (error) {
    yield { file, progress: share(1), error: troubleOf(error) };
  } finally {
    await handle?.close();
  }
}
