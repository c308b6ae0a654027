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
 * All settings: a Worker's vars, secrets and bindings by name. settings/README.md shows the same
 * table, and a test holds it to this one.
 *
 * The worst PNG within the limits takes up to 20 MiB to decode, and four at once raise workerd's memory
 * by up to 61 MiB while they are read and answered, bodies of 6 MiB included, of the 128 MB that a Worker
 * has (`npx node test/bench/memory.ts`). 64 images of 28×28 take about 2 ms, of the 10 ms that
 * a request may compute on Cloudflare's free plan.
 *
 * Of JPEGs, four progressive ones at once raise it by 105 MiB and one by 71, whose coefficients are
 * held; four of 64 Mi pixels that are not progressive by 63 (`npx node test/bench/jpegMemory.ts`).
 */
export const table = {
  maxBodyBytes: setting(
    "MAX_BODY_BYTES",
    wholeNumber,
    DEFAULT_BODY_BYTES,
    "bytes of a request's body",
  ),
  maxPixels: setting(
    "MAX_PIXELS",
    wholeNumber,
    8 * 1024 * 1024,
    "pixels of a request's PNGs together; each of 16 bits a sample counts as four",
  ),
  maxInterlacedPixels: setting(
    "MAX_INTERLACED_PIXELS",
    wholeNumber,
    2 * 1024 * 1024,
    "pixels of a request's interlaced PNGs together",
  ),
  maxJpegPixels: setting(
    "MAX_JPEG_PIXELS",
    wholeNumber,
    64 * 1024 * 1024,
    "pixels of a request's JPEGs together",
  ),
  maxProgressivePixels: setting(
    "MAX_PROGRESSIVE_PIXELS",
    wholeNumber,
    12 * 1024 * 1024,
    "pixels of a request's progressive JPEGs together, with colour at half the resolution (4:2:0) " +
      "and ten scans; with more of either they count more",
  ),
  maxSide: setting("MAX_SIDE", wholeNumber, 16_384, "pixels along an image's longer side"),
  maxParts: setting("MAX_PARTS", wholeNumber, 64, "parts of a multipart upload, images or not"),
  maxDigits: setting("MAX_DIGITS", wholeNumber, 1000, "digits of an image, where all are read"),
  maxBatch: setting("MAX_BATCH", wholeNumber, 1024, "images of a tensor"),
  maxBodySeconds: setting(
    "MAX_BODY_SECONDS",
    seconds,
    30,
    "seconds in which a request's body has to arrive",
  ),
  maxBytesInFlight: setting(
    "MAX_BYTES_IN_FLIGHT",
    wholeNumber,
    12 * 1024 * 1024,
    "bytes of the bodies that all requests hold at once; at least `MAX_BODY_BYTES`",
  ),
  token: optional(
    "API_TOKEN",
    token,
    "the token that requests must carry as `Authorization: Bearer …`, except for health checks, " +
      "the API's description and the page. Set it as a secret: `npx wrangler secret put API_TOKEN`",
  ),
  rateLimiter: optional(
    "RATE_LIMITER",
    rateLimiter,
    "the binding that counts requests by client address",
  ),
  clientHeader: optional(
    "API_CLIENT_HEADER",
    headerName,
    "the header in which your own proxy names the client's address, and which it sets in every " +
      "request, such as `X-Real-IP`; of a list the last counts",
  ),
  corsEnable: optional(
    "CORS_ENABLE",
    trueOrFalse,
    "`true` lets pages of every origin read the answers, whatever headers they send",
  ),
  corsOrigins: optional(
    "CORS_ORIGINS",
    origins,
    'lets only pages of these origins read them: `"https://example.com, https://app.example.com"`. ' +
      "They may send `Authorization`, `Cache-Control`, `Content-Type`, " +
      "`Inference-Header-Content-Length`, `X-Request-Id` and `X-Requested-With`",
  ),
  title: setting("API_TITLE", text, "mnist-classifier", "the title of the API's description"),
  description: setting(
    "API_DESC",
    text,
    "Tells which handwritten digit a picture shows.",
    "its text",
  ),
  version: setting("API_VERSION", text, VERSION, "its version"),
  debug: setting(
    "DEBUG",
    trueOrFalse,
    false,
    "`true` adds the sizes of each stage to the log's lines",
  ),
  metrics: optional(
    "METRICS",
    metrics,
    "the binding that [takes figures](../metrics/README.md) of each request",
  ),
};

function setting<Value>(
  name: string,
  parser: Parser<Value>,
  value: Value,
  description: string,
): Setting<Value> {
  return { ...parser, name, default: value, description };
}

/** A setting that is off where it is not given. */
function optional<Value>(
  name: string,
  parser: Parser<Value>,
  description: string,
): Setting<Value | undefined> {
  return { ...parser, name, default: undefined, description };
}
