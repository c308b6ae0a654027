import type { Trace } from "../recognise.ts";
import type { HeldBytes } from "./body/HeldBytes.ts";

/** What the service's handlers find in Hono's context. */
export interface ServiceEnv {
  Variables: {
    requestId: string;
    trace: Trace;
    heldBytes: HeldBytes;
    /** Whether errors are worded `{ error }`, as some of the protocols have them. */
    hasPlainErrors?: boolean;
  };
}
