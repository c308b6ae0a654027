import { DEFAULT_BODY_BYTES } from "./bodyBytes.ts";
import {
  headerName,
  metrics,
  origins,
  rateLimiter,
  seconds,
  text,
  token,
  trueOrFalse,
  wholeNumber,
} from "./parsers.ts";
import type { Parser, Setting } from "./Setting.ts";

/** package.json's version; a test holds them together, as not every runtime reads JSON. */
const VERSION = "0.1.0";

/**
 * What a request may ask for, and all together; every limit is a whole number, 1 or more.
 *
 * The worst PNG within the limits takes up to 25 MiB to decode, and four at once raise workerd's memory
 * by up to 60 MiB while they are read and answered, bodies of 6 MiB included, of the 128 MB that a Worker
 * has (`npx node test/bench/memory.ts`). 64 images of 28×28 take about 2 ms, of the 10 ms that
 * a request may compute on Cloudflare's free plan.
 *
 * Of JPEGs, four progressive ones at once raise it by 71 MiB and one by 62, whose coefficients are
 * held; four of 64 Mi pixels that are not progressive by 44 (`npx node test/bench/jpegMemory.ts`).
 */
export const limitSettings = {
  /** Bytes of a request's body. */
  maxBodyBytes: setting("MAX_BODY_BYTES", wholeNumber, DEFAULT_BODY_BYTES),
  /** Pixels of a request's PNGs together; each of 16 bits a sample counts as four. */
  maxPixels: setting("MAX_PIXELS", wholeNumber, 8 * 1024 * 1024),
  /** Pixels of a request's interlaced PNGs together. */
  maxInterlacedPixels: setting("MAX_INTERLACED_PIXELS", wholeNumber, 2 * 1024 * 1024),
  /** Pixels of a request's JPEGs together. */
  maxJpegPixels: setting("MAX_JPEG_PIXELS", wholeNumber, 64 * 1024 * 1024),
  /**
   * Pixels of a request's progressive JPEGs together, with colour at half the resolution (4:2:0) and ten
   * scans; with more of either they count more.
   */
  maxProgressivePixels: setting("MAX_PROGRESSIVE_PIXELS", wholeNumber, 12 * 1024 * 1024),
  /** Pixels along an image's longer side. */
  maxSide: setting("MAX_SIDE", wholeNumber, 16_384),
  /** Parts of a multipart upload, images or not. */
  maxParts: setting("MAX_PARTS", wholeNumber, 64),
  /** Digits of an image, where all are read. */
  maxDigits: setting("MAX_DIGITS", wholeNumber, 1000),
  /** Work that it takes to find what is written in a request's images, in millionths of a second or so. */
  maxWork: setting("MAX_WORK", wholeNumber, 90_000),
  /** Images of a tensor. */
  maxBatch: setting("MAX_BATCH", wholeNumber, 1024),
  /** Seconds in which a request's body has to arrive. */
  maxBodySeconds: setting("MAX_BODY_SECONDS", seconds, 30),
  /** Bytes of the bodies that all requests hold at once; at least `MAX_BODY_BYTES`. */
  maxBytesInFlight: setting("MAX_BYTES_IN_FLIGHT", wholeNumber, 12 * 1024 * 1024),
};

/**
 * All settings: a Worker's vars, secrets and bindings by name. A test holds
 * settings/README.md's table to these names and defaults.
 */
export const table = {
  ...limitSettings,
  /**
   * The token that requests must carry as `Authorization: Bearer …`, except for health checks, the API's
   * description and the page. Set it as a secret: `npx wrangler secret put API_TOKEN`.
   */
  token: optional("API_TOKEN", token),
  /** The binding that counts requests by client address. */
  rateLimiter: optional("RATE_LIMITER", rateLimiter),
  /**
   * The header in which your own proxy names the client's address, and which it sets in every request, such
   * as `X-Real-IP`; of a list the last counts.
   */
  clientHeader: optional("API_CLIENT_HEADER", headerName),
  /** `true` lets pages of every origin read the answers, whatever headers they send. */
  corsEnable: optional("CORS_ENABLE", trueOrFalse),
  /**
   * Lets only pages of these origins read them: `"https://example.com, https://app.example.com"`. They may
   * send `Authorization`, `Cache-Control`, `Content-Type`, `Inference-Header-Content-Length`, `X-Request-Id`
   * and `X-Requested-With`.
   */
  corsOrigins: optional("CORS_ORIGINS", origins),
  /** The title of the API's description. */
  title: setting("API_TITLE", text, "mnist-classifier"),
  /** Its text. */
  description: setting("API_DESC", text, "Tells which handwritten digit a picture shows."),
  /** Its version. */
  version: setting("API_VERSION", text, VERSION),
  /** `true` adds the sizes of each stage to the log's lines. */
  debug: setting("DEBUG", trueOrFalse, false),
  /** The binding that takes figures of each request (metrics/). */
  metrics: optional("METRICS", metrics),
};

function setting<Value>(name: string, parser: Parser<Value>, value: Value): Setting<Value> {
  return { ...parser, name, default: value };
}

/** A setting that is off where it is not given. */
function optional<Value>(name: string, parser: Parser<Value>): Setting<Value | undefined> {
  return { ...parser, name, default: undefined };
}
