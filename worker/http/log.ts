import type { MiddlewareHandler } from "hono";
import type { ServiceEnv } from "./env.ts";
import { type Stage, traceInto, untraced } from "./trace.ts";

/** What is logged of a request: nothing of its images, and no address. */
export interface LogLine {
  requestId: string;
  method: string;
  /** Cut to LONGEST_PATH characters. */
  path: string;
  status: number;
  /** The stages of the pipeline, where they are asked for. */
  stages?: Stage[];
}

/** Takes a line for each request. */
export type Log = (line: LogLine) => void;

const LONGEST_PATH = 200;

/** Logs each request once it is answered; with `debug`, the time and sizes of each stage too. */
export function requestLog(log: Log | undefined, debug: boolean): MiddlewareHandler<ServiceEnv> {
  return async (c, next) => {
    const stages: Stage[] = [];
    c.set("trace", debug ? traceInto(stages) : untraced);
    await next();
    log?.({
      requestId: c.get("requestId"),
      method: c.req.method,
      path: c.req.path.slice(0, LONGEST_PATH),
      status: c.res.status,
      ...(debug && { stages }),
    });
  };
}
