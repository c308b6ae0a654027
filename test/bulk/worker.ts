import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Bindings } from "../../worker/bulk/bindings.ts";
import worker from "../../worker/bulk/index.ts";
import { type BulkMessage, putMessage } from "../../worker/bulk/messages.ts";
import { OUT } from "../../worker/bulk/objectNames.ts";
import type { ResultLine } from "../../worker/bulk/results.ts";

export const QUEUE = "mnist-classifier-bulk";

/** The bucket and the queue, as wrangler.toml binds them. */
export const bindings = env as unknown as Bindings;
export const { BUCKET } = bindings;

/** Puts an object into the bucket; its message. */
export async function put(key: string, bytes: Uint8Array): Promise<BulkMessage> {
  await BUCKET.put(key, bytes);
  return putMessage(key);
}

/** Delivers messages in one batch, as the queue does, and tells what became of each. */
export async function deliver(
  bodies: unknown[],
  { queue = QUEUE, attempts = 1, to = bindings } = {},
) {
  const batch = createMessageBatch(
    queue,
    bodies.map((body, i) => ({ id: String(i), timestamp: new Date(), attempts, body })),
  );
  const context = createExecutionContext();
  await worker.queue(batch, to);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, context);
  return { acked: explicitAcks.map(Number).toSorted((a, b) => a - b), retried: retryMessages };
}

/** A queue that keeps what is sent to it. */
export function keepingQueue(sent: BulkMessage[]): Bindings["QUEUE"] {
  return {
    sendBatch: async (messages: Iterable<{ body: BulkMessage }>) => {
      sent.push(...[...messages].map(({ body }) => body));
    },
  } as unknown as Bindings["QUEUE"];
}

/** All lines of the results. */
export async function lines(prefix = OUT): Promise<ResultLine[]> {
  const { objects } = await BUCKET.list({ prefix });
  const texts = await Promise.all(objects.map(async ({ key }) => (await BUCKET.get(key))?.text()));
  return texts
    .flatMap((text) => (text ?? "").split("\n").filter(Boolean))
    .map((line) => JSON.parse(line));
}

/** Empties the bucket. */
export async function empty(): Promise<void> {
  const { objects } = await BUCKET.list();
  await BUCKET.delete(objects.map(({ key }) => key));
}
