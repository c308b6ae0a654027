import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Task } from "./Task.ts";

/** A file of results that a run continues. */
export interface OutFile {
  /** How many pictures' lines it has already. */
  count: number;
  /** Which picture the last of them is of. */
  last: Pick<Task, "file" | "name"> | undefined;
  append(lines: string): Promise<void>;
  close(): Promise<void>;
}

const LINE_FEED = 0x0a;

/**
 * Opens the file of results to continue it. What an earlier run has not finished, the start of a line,
 * is taken off.
 *
 * @throws Error where its last line is not of this command's
 */
export async function openOutFile(path: string): Promise<OutFile> {
  const file = await open(path, "a+");
  const size = await endOfLines(file);
  await file.truncate(size);
  let count = 0;
  let text = "";
  if (size > 0) {
    for await (const line of createInterface({ input: createReadStream(path) })) {
      text = line;
      count++;
    }
  }
  return {
    count,
    last: count > 0 ? parse(text, path) : undefined,
    append: (lines) => file.appendFile(lines),
    close: () => file.close(),
  };
}

/** Where the last whole line ends. */
async function endOfLines(file: FileHandle): Promise<number> {
  const block = Buffer.alloc(64 * 1024);
  for (let end = (await file.stat()).size; end > 0; ) {
    const start = Math.max(0, end - block.length);
    const { bytesRead } = await file.read(block, 0, end - start, start);
    const at = block.subarray(0, bytesRead).lastIndexOf(LINE_FEED);
    if (at >= 0) return start + at + 1;
    end = start;
  }
  return 0;
}

function parse(line: string, path: string): Pick<Task, "file" | "name"> {
  try {
    const { file, name } = JSON.parse(line);
    if (typeof file === "string") return { file, name };
  } catch {
    // The message below says so.
  }
  throw new Error(`${path} does not hold results of this command. Name another file.`);
}

/**
 * The tasks that the file of results does not have yet.
 *
 * @throws Error where its last line is not of the task at its place: they are other pictures
 */
export async function* restOf(
  tasks: AsyncIterable<Task>,
  { count, last }: OutFile,
): AsyncGenerator<Task> {
  let at = 0;
  for await (const task of tasks) {
    at++;
    if (at > count) yield task;
    else if (at === count && (task.file !== last?.file || task.name !== last.name))
      throw new Error(OTHERS);
  }
  if (at < count) throw new Error(OTHERS);
}

const OTHERS = "The file of results is of other pictures. Name another one.";
