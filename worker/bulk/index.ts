import { env } from "cloudflare:workers";
import type { MessageBatch } from "@cloudflare/workers-types";
import jpegTurbo from "@cwasm/jpeg-turbo/jpeg-turbo.wasm";
import kernels from "../../build/kernels.wasm";
import weights from "../../build/mnist-classifier.bin";
import { bindClassifier } from "../classifier/classifier.ts";
import { bindJpegDecoder } from "../image/jpeg/bindJpegDecoder.ts";
import { Tally } from "../metrics/Tally.ts";
import type { Bindings } from "./bindings.ts";
import { consumeBatch } from "./consumeBatch.ts";
import { control } from "./control.ts";
import { isDeadLetters, keepDeadLetters } from "./deadLetters.ts";
import { createReader } from "./results.ts";
import { readBulkSettings } from "./settings.ts";

/** What stands for a request's route and status in the figures of a batch. */
const ROUTE = "bulk";
const OK = 200;

// Read here, so that an invalid one aborts startup and not the first batch.
const settings = readBulkSettings({ ...env });
const recogniser = {
  classifier: bindClassifier({ kernels, weights }),
  decodeJpeg: bindJpegDecoder(jpegTurbo),
  limits: settings.limits,
};
const app = control(settings.token);

/** The bulk Worker: reads what lands in its bucket, as the queue tells. */
export default {
  async queue(batch: MessageBatch, bindings: Bindings): Promise<void> {
    if (isDeadLetters(batch)) return keepDeadLetters(batch, bindings.BUCKET);
    const tally = new Tally();
    const reader = createReader(recogniser, settings.reads, tally);
    const { messages, retried } = await consumeBatch(batch, bindings, settings, reader);
    const { images, refused } = tally;
    console.log(JSON.stringify({ messages, retried, images, refused }));
    if (settings.metrics) tally.write(settings.metrics, ROUTE, OK);
  },
  fetch: (request: Request, bindings: Bindings) => app.fetch(request, bindings),
};
