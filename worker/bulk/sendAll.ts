import type { Queue } from "@cloudflare/workers-types";
import type { BulkMessage } from "./messages.ts";

/** The most messages that Queues takes at once. */
export const MOST_MESSAGES = 100;

/** Sends messages that are small, as all here are. */
export async function sendAll(queue: Queue<BulkMessage>, messages: BulkMessage[]): Promise<void> {
  for (let i = 0; i < messages.length; i += MOST_MESSAGES) {
    await queue.sendBatch(messages.slice(i, i + MOST_MESSAGES).map((body) => ({ body })));
  }
}
