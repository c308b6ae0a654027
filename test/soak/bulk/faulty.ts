/** The bulk Worker in a world in which R2 fails now and then, and messages are delivered more than once. */
import type { Message, MessageBatch, R2Bucket } from "@cloudflare/workers-types";
import type { Bindings } from "../../../worker/bulk/bindings.ts";
import worker from "../../../worker/bulk/index.ts";
import type { BulkMessage } from "../../../worker/bulk/messages.ts";

/** One of so many of R2's calls fails. */
const FAILURES = 50;

/** One of so many messages comes again, those that come again included. */
const DUPLICATES = 10;

/** Whose first calls fail, as many as wrangler.toml has attempts. */
const POISON = "in/poison.png";
const ATTEMPTS = 5;

/** Those of R2's methods that the Worker calls. */
const METHODS: (string | symbol)[] = ["get", "put", "list", "delete"];

let calls = 0;
let poisoned = 0;
let messages = 0;

function faulty(bucket: R2Bucket): R2Bucket {
  return new Proxy(bucket, {
    get(target, name: keyof R2Bucket) {
      const call = target[name].bind(target) as (...args: unknown[]) => Promise<unknown>;
      if (!METHODS.includes(name)) return call;
      return async (...args: unknown[]) => {
        const isPoisoned = args[0] === POISON && ++poisoned <= ATTEMPTS;
        if (isPoisoned || ++calls % FAILURES === 0) throw new Error(`${name}: internal error`);
        return call(...args);
      };
    },
  });
}

function comesAgain({ body }: Message): boolean {
  return ++messages % DUPLICATES === 0 && !JSON.stringify(body).includes(POISON);
}

export default {
  async queue(batch: MessageBatch, bindings: Bindings): Promise<void> {
    for (const { body } of batch.messages.filter(comesAgain)) {
      await bindings.QUEUE.send(body as BulkMessage);
    }
    await worker.queue(batch, { ...bindings, BUCKET: faulty(bindings.BUCKET) });
  },
  fetch: worker.fetch,
};
