import type { Trace } from "../recognise.ts";

/** What the service's handlers find in Hono's context. */
export interface ServiceEnv {
  Variables: {
    requestId: string;
    trace: Trace;
    /** Whether errors are worded `{ error }`, as some of the protocols have them. */
    hasPlainErrors?: boolean;
  };
}
