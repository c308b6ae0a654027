/** What one request may ask for; every limit is a whole number, 1 or more. */
export interface Limits {
  /** Bytes of a request's body. */
  maxBodyBytes: number;
  /** Pixels, width × height, of a request's images together. */
  maxPixels: number;
  /** Pixels along an image's longer side. */
  maxSide: number;
  /** Parts of a multipart body, images or not. */
  maxParts: number;
  /** Images of a request's tensor. */
  maxBatch: number;
}

/**
 * The limits where nothing else is said.
 *
 * The worst file within them, 16-bit RGBA, interlaced, in a body of 4 MiB, takes 22 MiB to decode
 * (`npx node test/bench/memory.ts`) and raises workerd's memory by 40 MB while it is read and answered.
 * That leaves more than half of a Worker's 128 MB to the bodies that arrive meanwhile; of 4 million
 * pixels the worst file takes 75 MiB. 64 images of 28×28 take about 2 ms, of the 10 ms that a
 * request may compute on Cloudflare's free plan.
 */
export const defaultLimits: Readonly<Limits> = {
  maxBodyBytes: 4 * 1024 * 1024,
  maxPixels: 1024 * 1024,
  maxSide: 4096,
  maxParts: 64,
  maxBatch: 1024,
};

/** The vars of wrangler.toml that change a limit. */
export const limitVars: Readonly<Record<string, keyof Limits>> = {
  MAX_BODY_BYTES: "maxBodyBytes",
  MAX_PIXELS: "maxPixels",
  MAX_SIDE: "maxSide",
  MAX_PARTS: "maxParts",
  MAX_BATCH: "maxBatch",
};

/**
 * The limits that a Worker's vars ask for: whole numbers, or their digits as text. Where one is
 * missing, its default holds.
 *
 * @throws Error for a value that is no limit
 */
export function parseLimits(vars: Readonly<Record<string, unknown>>): Limits {
  const limits = { ...defaultLimits };
  for (const [name, limit] of Object.entries(limitVars)) {
    const value = vars[name] ?? limits[limit];
    const digits = typeof value === "string" && /^\d+$/.test(value);
    limits[limit] = checkLimit(name, digits ? Number(value) : value);
  }
  return limits;
}

/**
 * The limits given, and the defaults of the others.
 *
 * @throws Error for a value that is no limit, such as NaN, which would let everything pass
 */
export function completeLimits(limits: Partial<Limits>): Limits {
  const complete = { ...defaultLimits, ...limits };
  for (const [name, value] of Object.entries(complete)) checkLimit(name, value);
  return complete;
}

function checkLimit(name: string, value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return value;
  throw new Error(`${name} is ${JSON.stringify(value)}. It has to be a whole number, 1 or more.`);
}
