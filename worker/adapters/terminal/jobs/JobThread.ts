import { Worker } from "node:worker_threads";
import { jobThreadFile } from "../../files.ts";
import type { Options } from "../options.ts";
import type { Done, Task } from "./Task.ts";

/** A batch that a thread has still to read. */
interface Waiting {
  resolve(done: Done): void;
  reject(error: Error): void;
}

/** A worker thread that reads pictures, batch by batch in the order in which it gets them. */
export class JobThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #fault: Error | undefined;

  constructor(options: Options) {
    this.#worker = new Worker(jobThreadFile(), { workerData: options });
    this.#worker.on("message", (done: Done) => this.#waiting.shift()?.resolve(done));
    this.#worker.on("error", (error: Error) => {
      this.#fault = error;
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  /** How many batches it has still to read. */
  get load(): number {
    return this.#waiting.length;
  }

  /** @throws Error with which the thread has ended: a fault of this program */
  read(batch: Task[]): Promise<Done> {
    if (this.#fault) return Promise.reject(this.#fault);
    const bytes = batch.flatMap((task) => ("bytes" in task ? [task.bytes.buffer] : []));
    this.#worker.postMessage(batch, bytes);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
