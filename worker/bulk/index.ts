import { env } from "cloudflare:workers";
import type { MessageBatch } from "@cloudflare/workers-types";
import jpegTurbo from "@cwasm/jpeg-turbo/jpeg-turbo.wasm";
import kernels from "../../build/kernels.wasm";
import weights from "../../build/mnist-classifier.bin";
import { bindClassifier } from "../classifier/classifier.ts";
import { bindJpegDecoder } from "../image/jpeg/bindJpegDecoder.ts";
import type { Bindings } from "./bindings.ts";
import { consumeBatch } from "./consumeBatch.ts";
import { control } from "./control.ts";
import { isDeadLetters, keepDeadLetters } from "./deadLetters.ts";
import { createReader } from "./results.ts";
import { readBulkSettings } from "./settings.ts";

// Read here, so that an invalid one aborts startup and not the first batch.
const settings = readBulkSettings({ ...env });
const reader = createReader(
  {
    classifier: bindClassifier({ kernels, weights }),
    decodeJpeg: bindJpegDecoder(jpegTurbo),
    limits: settings.limits,
  },
  settings.reads,
);
const app = control(settings.token);

/** The bulk Worker: reads what lands in its bucket, as the queue tells. */
export default {
  async queue(batch: MessageBatch, bindings: Bindings): Promise<void> {
    if (isDeadLetters(batch)) return keepDeadLetters(batch, bindings.BUCKET);
    const { messages, retried, results } = await consumeBatch(batch, bindings, settings, reader);
    const refused = results.filter((result) => "error" in result).length;
    console.log(JSON.stringify({ messages, retried, read: results.length - refused, refused }));
  },
  fetch: (request: Request, bindings: Bindings) => app.fetch(request, bindings),
};
