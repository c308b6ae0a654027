import type { Trace } from "../recognise.ts";
import type { HeldBytes } from "./body/HeldBytes.ts";

/** What the service's handlers find in Hono's context. */
export interface ServiceEnv {
  Variables: {
    requestId: string;
    trace: Trace;
    /** Takes note of the digits that were read, where figures are kept. */
    countDigits?: (digits: number[]) => void;
    heldBytes: HeldBytes;
    /** Whether errors are worded `{ error }`, as some of the protocols have them. */
    hasPlainErrors?: boolean;
  };
}
