import type { Queue, R2Bucket } from "@cloudflare/workers-types";
import type { BulkMessage } from "./messages.ts";

/** What wrangler.toml binds to the Worker. */
export interface Bindings {
  BUCKET: R2Bucket;
  QUEUE: Queue<BulkMessage>;
}
