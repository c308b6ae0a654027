import type { Task } from "./Task.ts";

/** Tasks of a batch: a message to a thread costs as much as reading several small pictures. */
const MOST_TASKS = 64;

/** Bytes of the pictures that a batch carries. */
const MOST_BYTES = 1024 * 1024;

/** Gathers tasks into batches, in their order. */
export async function* batchesOf(tasks: AsyncIterable<Task>): AsyncGenerator<Task[]> {
  let batch: Task[] = [];
  let bytes = 0;
  for await (const task of tasks) {
    batch.push(task);
    bytes += "bytes" in task ? task.bytes.length : 0;
    if (batch.length < MOST_TASKS && bytes < MOST_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
