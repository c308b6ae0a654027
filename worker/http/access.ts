import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { timingSafeEqual } from "hono/utils/buffer";
import type { Access } from "../settings/access.ts";
import type { ClientKey } from "../settings/ClientKey.ts";
import type { RateLimiter } from "../settings/RateLimiter.ts";
import { clientNetwork } from "./clientNetwork.ts";
import { errorAnswer } from "./errorAnswer.ts";

/** Headers that the pages of listed origins may send: those of the protocols, and of upload widgets. */
const REQUEST_HEADERS = [
  "Authorization",
  "Cache-Control",
  "Content-Type",
  "Inference-Header-Content-Length",
  "X-Request-Id",
  "X-Requested-With",
];

/** Seconds after which to try again: the longer of the two periods that Cloudflare counts over. */
const RETRY_AFTER = "60";

/** The checks that are switched on, in the order in which a request passes them. */
export function accessChecks({
  rateLimiter,
  clientKey = cloudflareClient,
  token,
}: Access): MiddlewareHandler[] {
  return [
    ...(rateLimiter ? [rateLimited(rateLimiter, clientKey)] : []),
    ...(token ? [authenticated(token)] : []),
  ];
}

/**
 * Lets the pages of some origins read the answers; where all may, with any headers. It stands before all else, so that they may read
 * refusals too, and a preflight needs no token.
 */
export function crossOrigin(origin: "*" | string[]): MiddlewareHandler {
  return cors({
    origin,
    allowMethods: ["GET", "HEAD", "POST"],
    // Hono allows the headers that a preflight asks for where none are named.
    allowHeaders: origin === "*" ? [] : REQUEST_HEADERS,
    exposeHeaders: ["Inference-Header-Content-Length", "Retry-After", "X-Request-Id"],
    maxAge: 86_400, // seconds
  });
}

/** Each client's network has its own count; those whose address is not known have one together. */
function rateLimited(limiter: RateLimiter, clientKey: ClientKey): MiddlewareHandler {
  return async (c, next) => {
    const key = clientNetwork(clientKey(c.req.raw) ?? "");
    const { success } = await limiter.limit({ key });
    if (success) return next();
    const message = `Too many requests. Try again in ${RETRY_AFTER} seconds.`;
    return errorAnswer(c, message, 429, { "Retry-After": RETRY_AFTER });
  };
}

/** Cloudflare sets the header, and `cf`; elsewhere a client could send the header itself. */
function cloudflareClient(request: Request & { cf?: unknown }): string | null {
  return request.cf ? request.headers.get("CF-Connecting-IP") : null;
}

/**
 * Lets through who shows the token, as RFC 6750 has it. Hono compares the two in constant time; its whole
 * middleware would take a KiB of the Worker.
 */
function authenticated(token: string): MiddlewareHandler {
  return async (c, next) => {
    const header = c.req.header("Authorization");
    const given = /^bearer +(\S+)$/i.exec(header ?? "")?.[1];
    if (given && (await timingSafeEqual(token, given))) return next();
    const challenge = header
      ? `Bearer error="${given ? "invalid_token" : "invalid_request"}"`
      : 'Bearer realm=""';
    const message = "This service needs a token: -H 'Authorization: Bearer TOKEN'.";
    return errorAnswer(c, message, 401, { "WWW-Authenticate": challenge });
  };
}
