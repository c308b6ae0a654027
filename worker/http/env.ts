import type { Trace } from "./trace.ts";

/** What the service's handlers find in Hono's context. */
export interface ServiceEnv {
  Variables: {
    requestId: string;
    trace: Trace;
    /** Whether errors are worded `{ error }`, as two of the protocols have them. */
    hasPlainErrors?: boolean;
  };
}
