import type { MessageBatch, R2Bucket } from "@cloudflare/workers-types";
import { FAILED } from "./objectNames.ts";

/** How the dead-letter queue is named, in wrangler.toml. */
const DEAD_LETTERS = /-failed$/;

/** A message that has failed for good, as it is kept. */
export interface DeadLetter {
  /** When it was given up. */
  time: string;
  message: unknown;
}

export function isDeadLetters({ queue }: MessageBatch): boolean {
  return DEAD_LETTERS.test(queue);
}

/**
 * Keeps messages in the bucket, an object each: a queue would drop them after some days, and could not be
 * looked into. A fault has its message come again.
 */
export async function keepDeadLetters({ messages }: MessageBatch, bucket: R2Bucket): Promise<void> {
  for (const message of messages) {
    const letter: DeadLetter = { time: message.timestamp.toISOString(), message: message.body };
    try {
      await bucket.put(`${FAILED}${message.id}.json`, JSON.stringify(letter));
      message.ack();
    } catch (fault) {
      console.error(JSON.stringify(letter), fault);
      message.retry();
    }
  }
}
