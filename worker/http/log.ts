import type { MiddlewareHandler } from "hono";
import { InputError } from "../errors/InputError.ts";
import type { Stage } from "../recognise.ts";
import type { ServiceEnv } from "./env.ts";

/** What is logged of a request: nothing of its images, and no address. */
export interface LogLine {
  requestId: string;
  method: string;
  /** Cut to LONGEST_PATH characters. */
  path: string;
  status: number;
  /** The stages of the pipeline, with `debug`. */
  stages?: Stage[];
  /** What failed in the service itself, with its stack. */
  fault?: string;
}

/** Takes a line for each request. */
export type Log = (line: LogLine) => void;

const LONGEST_PATH = 200;

/** Logs each request once it is answered; with `debug`, the sizes of each stage too. */
export function requestLog(log: Log | undefined, debug: boolean): MiddlewareHandler<ServiceEnv> {
  return async (c, next) => {
    const stages: Stage[] = [];
    c.set("trace", debug ? (stage) => stages.push(stage) : () => {});
    await next();
    // Hono keeps what a handler threw; the routes' own refusals are InputErrors with a status.
    const fault = c.res.status >= 500 && !(c.error instanceof InputError) && c.error;
    log?.({
      requestId: c.get("requestId"),
      method: c.req.method,
      path: c.req.path.slice(0, LONGEST_PATH),
      status: c.res.status,
      ...(debug && { stages }),
      ...(fault && { fault: stackOf(fault) }),
    });
  };
}

/** Of an error and all that caused it. */
function stackOf(error: Error): string {
  const { stack = String(error), cause } = error;
  return cause instanceof Error ? `${stack}\nCaused by: ${stackOf(cause)}` : stack;
}
