import type { Message, MessageBatch } from "@cloudflare/workers-types";
import type { Bindings } from "./bindings.ts";
import { eachOf } from "./eachOf.ts";
import { handleMessage } from "./handleMessage.ts";
import { joinPack } from "./joinPack.ts";
import type { BulkMessage } from "./messages.ts";
import { newOutput, type Version } from "./objectNames.ts";
import type { Reader } from "./results.ts";
import { retryDelay } from "./retryDelay.ts";
import { sendAll } from "./sendAll.ts";
import type { BulkSettings } from "./settings.ts";

/**
 * After so many milliseconds a batch begins no further message, but sends the others anew: a range of large
 * pictures may take seconds, and a Worker computes for five minutes at most.
 */
const LONGEST = 60_000;

/** What has become of a batch. */
export interface BatchReport {
  messages: number;
  retried: number;
}

/** Messages, and what is left to do before they are acknowledged. */
interface Group {
  messages: Message[];
  finish(): Promise<unknown>;
}

/**
 * Reads what a batch of messages names. Each message is acknowledged by itself, once its results are in the
 * bucket. After a fault of R2 or of this Worker it is tried again, later each time, until the queue gives
 * it to the dead letters.
 */
export async function consumeBatch(
  batch: MessageBatch,
  bindings: Bindings,
  settings: BulkSettings,
  reader: Reader,
): Promise<BatchReport> {
  const { BUCKET, QUEUE } = bindings;
  const end = Date.now() + LONGEST;
  const report: BatchReport = { messages: batch.messages.length, retried: 0 };
  const retry = (message: Message, fault: unknown) => {
    console.error(JSON.stringify({ message: message.body, fault: (fault as Error).stack }));
    message.retry({ delaySeconds: retryDelay(message.attempts, settings.retrySeconds) });
    report.retried++;
  };

  let lines = "";
  const pictures: Group = {
    messages: [],
    finish: async () => lines && BUCKET.put(newOutput(), lines),
  };
  const packs = new Map<string, Group>();
  const groupOf = (pack: Version): Group => {
    const name = JSON.stringify(pack);
    const group = packs.get(name) ?? { messages: [], finish: () => joinPack(pack, BUCKET) };
    packs.set(name, group);
    return group;
  };
  const postponed: Group = {
    messages: [],
    finish: () => sendAll(QUEUE, postponed.messages.map(bodyOf)),
  };

  await eachOf(batch.messages, settings.concurrency, async (message) => {
    if (Date.now() > end) {
      postponed.messages.push(message);
      return;
    }
    try {
      const handled = await handleMessage(message.body, bindings, settings, reader);
      lines += handled.lines;
      const group = handled.pack ? groupOf(handled.pack) : pictures;
      group.messages.push(message);
    } catch (fault) {
      retry(message, fault);
    }
  });

  for (const { messages, finish } of [pictures, ...packs.values(), postponed]) {
    try {
      await finish();
      for (const message of messages) message.ack();
    } catch (fault) {
      for (const message of messages) retry(message, fault);
    }
  }
  return report;
}

function bodyOf({ body }: Message): BulkMessage {
  return body as BulkMessage;
}
