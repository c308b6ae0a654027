import { availableParallelism } from "node:os";
import type { Options } from "../options.ts";
import { OVER_BAR, progressBar } from "../progress.ts";
import { batchesOf } from "./batches.ts";
import { inParallel } from "./inParallel.ts";
import { JobThread } from "./JobThread.ts";
import { openOutFile, restOf } from "./outFile.ts";
import { tasksOf } from "./tasks.ts";

/**
 * Reads files, folders and packs on worker threads. The results come in the order of the pictures: on
 * standard output, with what is refused on standard error, or all in a file, which a later run continues.
 *
 * @returns whether all were read
 * @throws Error where the file is not one to be continued
 */
export async function runJobs(options: Options): Promise<boolean> {
  const { files, jobs = availableParallelism(), out } = options;
  const outFile = out === undefined ? undefined : await openOutFile(out);
  const json = options.json || outFile !== undefined;
  const threads = Array.from({ length: jobs }, () => new JobThread({ ...options, json }));
  const withBar = process.stderr.isTTY && (outFile !== undefined || !process.stdout.isTTY);
  const progress = withBar ? progressBar(1) : () => {};
  let read = 0;
  let refused = 0;
  try {
    const tasks = outFile ? restOf(tasksOf(files), outFile) : tasksOf(files);
    for await (const { batch, done } of inParallel(threads, batchesOf(tasks))) {
      read += batch.length - done.complaints.length;
      refused += done.complaints.length;
      if (outFile) await outFile.append(done.lines);
      else {
        for (const line of done.complaints) console.error(`${withBar ? OVER_BAR : ""}${line}`);
        process.stdout.write(done.lines);
      }
      progress(batch[batch.length - 1].progress);
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
    await outFile?.close();
  }
  if (outFile)
    console.error(`${out}: ${outFile.count} were there, ${read} read, ${refused} refused`);
  return refused === 0;
}
