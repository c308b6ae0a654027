import type { ClientKey } from "./ClientKey.ts";
import { clientKey, origins, rateLimiter, token } from "./parsers.ts";
import type { RateLimiter } from "./RateLimiter.ts";
import { check, checkNames } from "./Setting.ts";

/** Who may call the service over HTTP; what is left out is not checked. */
export interface Access {
  /** The bearer token that requests must carry: letters, digits and -._~+/ with = at its end. */
  token?: string | undefined;
  rateLimiter?: RateLimiter | undefined;
  /** By what the rate limiter counts; where it is not given, by the address that Cloudflare tells. */
  clientKey?: ClientKey | undefined;
  /** The origins whose pages may read the answers; `"*"` for all. */
  corsOrigins?: "*" | string[] | undefined;
}

const PARSERS = { token, rateLimiter, clientKey, corsOrigins: origins };

/**
 * Holds an embedder's options to what vars are held to: no check may be off by a slip.
 *
 * @throws Error for an unknown name, or a value that would let everybody in or nobody
 */
export function checkAccess(access: Access): Access {
  checkNames("access option", Object.keys(access), Object.keys(PARSERS));
  if (access.token !== undefined) check("access.token", token, access.token);
  if (access.rateLimiter !== undefined)
    check("access.rateLimiter", rateLimiter, access.rateLimiter);
  if (access.clientKey !== undefined) check("access.clientKey", clientKey, access.clientKey);
  if (access.corsOrigins !== undefined && access.corsOrigins !== "*") {
    check("access.corsOrigins", origins, access.corsOrigins);
  }
  return access;
}
