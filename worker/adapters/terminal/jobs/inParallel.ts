import type { JobThread } from "./JobThread.ts";
import type { Done, Task } from "./Task.ts";

/** Batches under way for each thread: none waits for the one whose turn it is to be written. */
const AHEAD = 4;

/** A batch and what has become of it. */
export interface ReadBatch {
  batch: Task[];
  done: Done;
}

/** Has threads read batches, each on the one with the least to do. What comes of them comes in their order. */
export async function* inParallel(
  threads: readonly JobThread[],
  batches: AsyncIterable<Task[]>,
): AsyncGenerator<ReadBatch> {
  const underWay: Promise<ReadBatch>[] = [];
  for await (const batch of batches) {
    const [thread] = threads.toSorted((a, b) => a.load - b.load);
    const read = thread.read(batch).then((done) => ({ batch, done }));
    // It is awaited in its turn, which may be late.
    read.catch(() => {});
    underWay.push(read);
    const [first] = underWay;
    if (underWay.length < AHEAD * threads.length) continue;
    underWay.shift();
    yield await first;
  }
  for (const read of underWay) yield await read;
}
