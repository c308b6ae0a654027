import { env, WorkerEntrypoint } from "cloudflare:workers";
import jpegTurbo from "@cwasm/jpeg-turbo/jpeg-turbo.wasm";
import list from "../build/assets.json";
import kernels from "../build/kernels.wasm";
import weights from "../build/mnist-classifier.bin";
import { createApp } from "./app.ts";
import { bindClassifier, type Classification } from "./classifier/classifier.ts";
import type { ModelMetadata } from "./classifier/packedWeights.ts";
import { InputError, type RefusalStatus } from "./errors/InputError.ts";
import { bindJpegDecoder } from "./image/jpeg/bindJpegDecoder.ts";
import { type Reading, type Recogniser, read, recognise } from "./recognise.ts";
import { readSettings } from "./settings/readSettings.ts";
import { assetsFrom } from "./site/assets.ts";

const classifier = bindClassifier({ kernels, weights });
const decodeJpeg = bindJpegDecoder(jpegTurbo);

// Read here, so that an invalid one aborts startup and not the first request.
const { limits, access, info, debug, metrics } = readSettings({ ...env });
const assets = assetsFrom("ASSETS" in env && env.ASSETS, list);

/** A refusal as it crosses RPC, which keeps no error's class. */
export interface Refusal {
  error: { status: RefusalStatus; message: string };
}

/**
 * The service for other Workers, called over a service binding: without HTTP, and so without access checks.
 *
 * @example
 * ```ts
 * const answer = await env.DIGITS.classify(file);
 * if ("error" in answer) return Response.json(answer, { status: answer.error.status });
 * ```
 */
export class DigitService extends WorkerEntrypoint {
  /** Classifies an image file. */
  classify(file: Uint8Array): Classification | Refusal {
    return first(withinLimits([file], recognise));
  }

  /** Classifies several image files, within the limits of one request. */
  classifyMany(files: Uint8Array[]): Classification[] | Refusal {
    return withinLimits(files, recognise);
  }

  /** Reads every digit of an image file. */
  read(file: Uint8Array): Reading | Refusal {
    return first(withinLimits([file], read));
  }

  /** Reads every digit of several image files, within the limits of one request. */
  readMany(files: Uint8Array[]): Reading[] | Refusal {
    return withinLimits(files, read);
  }

  /** What the weights file says of its model. */
  metadata(): ModelMetadata {
    return classifier.metadata;
  }
}

/** Within the limits of a request, though there is none that was held to them. */
function withinLimits<T>(
  files: Uint8Array[],
  pipeline: (files: Uint8Array[], recogniser: Recogniser) => T[],
): T[] | Refusal {
  try {
    const bytes = files.reduce((total, { length }) => total + length, 0);
    if (files.length > limits.maxParts || bytes > limits.maxBodyBytes) {
      throw new InputError(
        413,
        `There are ${files.length} images of ${bytes} bytes together; a call may have ` +
          `${limits.maxParts} of ${limits.maxBodyBytes}.`,
      );
    }
    return pipeline(files, { classifier, limits, decodeJpeg });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { error: { status: error.status, message: error.message } };
  }
}

function first<T>(answer: T[] | Refusal): T | Refusal {
  return "error" in answer ? answer : answer[0];
}

/** The Cloudflare Worker: binds the kernels and weights that the build has made and verified. */
export default createApp({
  classifier,
  decodeJpeg,
  limits,
  access,
  assets,
  info,
  debug,
  metrics,
  log: (line) => console.log(JSON.stringify(line)),
});
