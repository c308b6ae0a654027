import { env, WorkerEntrypoint } from "cloudflare:workers";
import list from "../build/assets.json";
import kernels from "../build/kernels.wasm";
import weights from "../build/mnist-classifier.bin";
import { createApp } from "./app.ts";
import { type Classification, createClassifier } from "./classifier/classifier.ts";
import type { ModelMetadata } from "./classifier/packedWeights.ts";
import { InputError, type RefusalStatus } from "./errors/InputError.ts";
import { recognise } from "./recognise.ts";
import { parseDoors } from "./settings/access.ts";
import { parseDebug } from "./settings/debug.ts";
import { parseInfo } from "./settings/info.ts";
import { parseLimits } from "./settings/limits.ts";
import { checkNames } from "./settings/settings.ts";
import { assetsFrom } from "./site/assets.ts";

const classifier = createClassifier({ kernels, weights });

// Read here, so that a mistyped one stops the start and not the first request.
const vars = { ...env };
checkNames(vars);
const limits = parseLimits(vars);
const doors = parseDoors(vars);
const info = parseInfo(vars);
const debug = parseDebug(vars);
const assets = assetsFrom("ASSETS" in vars && vars.ASSETS, list);

/** A refusal as it crosses RPC, which keeps no error's class. */
export interface Refusal {
  error: { status: RefusalStatus; message: string };
}

/**
 * The service for other Workers, called over a service binding without HTTP, and so without doors.
 *
 * @example
 * ```ts
 * const answer = await env.DIGITS.classify(png);
 * if ("error" in answer) return Response.json(answer, { status: answer.error.status });
 * ```
 */
export class DigitService extends WorkerEntrypoint {
  /** Classifies a PNG file. */
  classify(png: Uint8Array): Classification | Refusal {
    const answer = classifyAll([png]);
    return "error" in answer ? answer : answer[0];
  }

  /** Classifies several PNG files, within the limits of one request. */
  classifyMany(pngs: Uint8Array[]): Classification[] | Refusal {
    return classifyAll(pngs);
  }

  /** What the weights file says of its model. */
  metadata(): ModelMetadata {
    return classifier.metadata;
  }
}

/** Within the limits of a request, though there is none that was held to them. */
function classifyAll(pngs: Uint8Array[]): Classification[] | Refusal {
  try {
    const bytes = pngs.reduce((total, { length }) => total + length, 0);
    if (pngs.length > limits.maxParts || bytes > limits.maxBodyBytes) {
      throw new InputError(
        413,
        `There are ${pngs.length} images of ${bytes} bytes together; a call may have ` +
          `${limits.maxParts} of ${limits.maxBodyBytes}.`,
      );
    }
    return recognise(pngs, classifier, limits);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { error: { status: error.status, message: error.message } };
  }
}

/** The Cloudflare Worker: binds the kernels and weights that the build has made and verified. */
export default createApp({
  classifier,
  limits,
  doors,
  assets,
  info,
  debug,
  log: (line) => console.log(JSON.stringify(line)),
});
