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
  const pictures: Message[] = [];
  const postponed: Message[] = [];
  const packs = new Map<string, { pack: Version; messages: Message[] }>();
  await eachOf(batch.messages, settings.concurrency, async (message) => {
    if (Date.now() > end) {
      postponed.push(message);
      return;
    }
    try {
      const handled = await handleMessage(message.body, bindings, settings, reader);
      lines += handled.lines;
      const { pack } = handled;
      if (!pack) pictures.push(message);
      else {
        const name = JSON.stringify(pack);
        packs.set(name, { pack, messages: [...(packs.get(name)?.messages ?? []), message] });
      }
    } catch (fault) {
      retry(message, fault);
    }
  });

  const groups: Group[] = [
    { messages: pictures, finish: async () => lines && BUCKET.put(newOutput(), lines) },
    ...[...packs.values()].map(({ pack, messages }) => ({
      messages,
      finish: () => joinPack(pack, BUCKET),
    })),
    {
      messages: postponed,
      finish: () =>
        sendAll(
          QUEUE,
          postponed.map(({ body }) => body as BulkMessage),
        ),
    },
  ];
  for (const { messages, finish } of groups) {
    await finish().then(
      () => messages.forEach((message) => void message.ack()),
      (fault) => messages.forEach((message) => void retry(message, fault)),
    );
  }
  return report;
}
