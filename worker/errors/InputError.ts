/** Statuses with which the service refuses what it cannot serve. */
export type RefusalStatus = 400 | 408 | 413 | 415 | 422;

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
