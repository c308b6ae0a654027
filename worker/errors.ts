import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ServiceEnv } from "./env.ts";

/** Statuses with which the service refuses what it cannot serve. */
export type RefusalStatus = 400 | 413 | 415 | 422;

/**
 * What was sent cannot be served, and the sender can mend it.
 *
 * The message goes to the sender: it says what was found and what to do, and repeats no input.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly status: RefusalStatus;

  constructor(status: RefusalStatus, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Answers an error as the protocol that was called words it: `{ status: "error", message }` as MAX
 * and the service as a whole, `{ error }` as Hugging Face and the Open Inference Protocol.
 */
export function errorAnswer(
  c: Context<ServiceEnv>,
  message: string,
  status: ContentfulStatusCode,
  headers: Record<string, string> = {},
): Response {
  const body = c.get("hasPlainErrors") ? { error: message } : { status: "error", message };
  return c.json(body, status, headers);
}
