import type { MiddlewareHandler } from "hono";
import { InputError } from "../../errors/InputError.ts";
import type { Limits } from "../../settings/limits.ts";
import type { ServiceEnv } from "../env.ts";
import type { HeldBytes } from "./HeldBytes.ts";

/** Seconds after which to try again: a request takes far less, once its body is there. */
const RETRY_AFTER = 1;

/** Seconds that a request may compute once its body is there; a Worker that takes longer is ended. */
const COMPUTING = 30;

const MILLISECONDS = 1000;

/**
 * Sheds load: the bodies that requests hold are counted as they come in, until each is answered or its
 * client has left. The count is an isolate's own, as its memory is.
 */
export function bytesInFlight({
  maxBytesInFlight,
  maxBodySeconds,
}: Pick<Limits, "maxBytesInFlight" | "maxBodySeconds">): MiddlewareHandler<ServiceEnv> {
  const requests = new Set<{ bytes: number; since: number }>();
  let total = 0;

  /** A request that Cloudflare ends for its CPU time has no chance to give back what it holds. */
  const forgetEnded = () => {
    const oldest = Date.now() - (maxBodySeconds + COMPUTING) * MILLISECONDS;
    for (const request of requests) {
      if (request.since >= oldest) return;
      requests.delete(request);
      total -= request.bytes;
    }
  };

  return async (c, next) => {
    const request = { bytes: 0, since: Date.now() };
    requests.add(request);
    const heldBytes: HeldBytes = {
      take(bytes) {
        if (total + bytes > maxBytesInFlight) forgetEnded();
        if (total + bytes > maxBytesInFlight) throw busy();
        if (!requests.has(request)) return;
        request.bytes += bytes;
        total += bytes;
      },
    };
    c.set("heldBytes", heldBytes);
    try {
      await next();
    } finally {
      if (requests.delete(request)) total -= request.bytes;
      heldBytes.body?.free();
    }
  };
}

function busy(): InputError {
  const message = `The service is reading as much as it can. Try again in ${RETRY_AFTER} s.`;
  return new InputError(503, message, RETRY_AFTER);
}
