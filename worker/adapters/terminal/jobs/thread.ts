/** What a worker thread of the terminal command runs: reads the pictures of each batch that it is sent. */
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { createClassifier, createJpegDecoder } from "../../node.ts";
import { type Trouble, troubleOf } from "../attempt.ts";
import { classifying, type Mode, reading } from "../modes.ts";
import type { Options } from "../options.ts";
import type { Done, Task } from "./Task.ts";

const options = workerData as Options;
const tools = { classifier: await createClassifier(), decodeJpeg: await createJpegDecoder() };
const read = options.read ? reader(reading(tools, true)) : reader(classifying(tools, options));

parentPort?.on("message", (batch: Task[]) => parentPort?.postMessage(read(batch)));

function reader<Result extends object>({ work, linesOf }: Mode<Result>): (batch: Task[]) => Done {
  return (batch) => {
    const done: Done = { lines: "", complaints: [] };
    for (const task of batch) {
      const { file, name } = task;
      const path = name === undefined ? file : `${file}/${name}`;
      const result = resultOf(task, work);
      const isRead = !("error" in result);
      if (options.json) done.lines += `${JSON.stringify({ file, name, ...result })}\n`;
      else if (isRead) done.lines += `${linesOf(path, result).join("\n")}\n`;
      if (!isRead) done.complaints.push(`${path}: ${result.error.message}`);
    }
    return done;
  };
}

function resultOf<Result extends object>(
  task: Task,
  work: (bytes: Uint8Array) => Result,
): Result | { error: Trouble } {
  if ("error" in task) return { error: task.error };
  try {
    return work("bytes" in task ? task.bytes : readFileSync(task.file));
  } catch (error) {
    return { error: troubleOf(error) };
  }
}
