/** Statuses with which the service refuses what it cannot serve. */
export type RefusalStatus = 400 | 408 | 413 | 415 | 422 | 503;

/**
 * What was sent cannot be served, and the sender can mend it: most by sending something else, 503 by
 * sending it again.
 *
 * The message goes to the sender: it says what was found and what to do, and repeats no input.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly status: RefusalStatus;
  /** Seconds after which the same may be served. */
  readonly retryAfter: number | undefined;

  constructor(status: RefusalStatus, message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
