import type { MiddlewareHandler } from "hono";
import { getPath } from "hono/utils/url";
import type { ServiceEnv } from "./env.ts";
import { errorAnswer } from "./errorAnswer.ts";

/** Characters of a request's URL: what RFC 9110, section 4.1, recommends that every server takes. */
const LONGEST_URL = 8192;

/** A name or an IPv4 address, or an IPv6 address in brackets, and a port (RFC 9110, section 7.2). */
const HOST = /^([\w.~-]+|\[[\da-f:.]+\])(:\d{0,5})?$/i;

/** Decodes what is short enough: broken escapes take 0.5 ms a kilobyte. */
export function pathOf(request: Request): string {
  return request.url.length > LONGEST_URL ? "/" : getPath(request);
}

/**
 * Refuses a Host that is not one, with 400: workerd and Node put it before the path unread, so that
 * `Host: x/model/labels?` would be another path, and `Host: <` not a URL. A URL too long is refused
 * with 414.
 */
export function checkedTarget(): MiddlewareHandler<ServiceEnv> {
  // Nearly all requests have the same one, and parsing a URL takes as long as routing it.
  let lastValid: string | undefined;
  return async (c, next) => {
    if (c.req.url.length > LONGEST_URL) {
      return errorAnswer(
        c,
        `The URL is over ${LONGEST_URL} characters, the most that are taken.`,
        414,
      );
    }
    const host = c.req.header("Host");
    if (host !== undefined && host === lastValid) return next();
    if ((host !== undefined && !HOST.test(host)) || !URL.canParse(c.req.url)) {
      return errorAnswer(c, "The Host header is not a host, with or without a port.", 400);
    }
    lastValid = host;
    return next();
  };
}
