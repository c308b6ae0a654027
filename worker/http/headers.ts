import type { MiddlewareHandler } from "hono";

/** Headers of what changes only with a deployment. Seconds; without `public`, a token keeps it private. */
export const CONSTANT = { "Cache-Control": "max-age=300" };

/**
 * Headers of every answer that has not set its own: data that no browser may guess the type of, frame, run
 * or keep. HSTS is the host's to decide, who may have more than this service on it.
 */
const DEFAULTS = Object.entries({
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
});

/** Adds the headers that an answer lacks. */
export const answerHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of DEFAULTS) if (!headers.has(name)) headers.set(name, value);
};
