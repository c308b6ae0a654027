import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** Headers of what changes only with a deployment. Seconds; without `public`, a token keeps it private. */
export const CONSTANT = { "Cache-Control": "max-age=300" };

/**
 * Headers for every answer that has not set its own: data that no browser may guess the type of,
 * frame, run or keep. HSTS is the host's to decide, who may have more than this service on it.
 */
export function answerHeaders(): MiddlewareHandler[] {
  return [
    secureHeaders({
      overwrite: false,
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: "DENY",
      strictTransportSecurity: false,
      // For documents, or for browsers that are no more.
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
    }),
    async (c, next) => {
      await next();
      if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
    },
  ];
}
