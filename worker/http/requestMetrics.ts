import type { MiddlewareHandler } from "hono";
import { Tally } from "../metrics/Tally.ts";
import type { MetricsDataset } from "../settings/MetricsDataset.ts";
import type { ServiceEnv } from "./env.ts";

/** Writes a data point for each request once it is answered. It comes after the log, whose trace it takes over. */
export function requestMetrics(dataset: MetricsDataset): MiddlewareHandler<ServiceEnv> {
  return async (c, next) => {
    const tally = new Tally();
    const trace = c.get("trace");
    c.set("trace", (stage) => {
      trace(stage);
      tally.stage(stage);
    });
    c.set("countDigits", (digits) => tally.digits(digits));
    await next();
    tally.refusal(c.res.status);
    // Where no route matches, the path may be anything.
    tally.write(dataset, `${c.req.method} ${c.req.routePath}`, c.res.status);
  };
}
