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

/** The answer to a refused request, as the MAX routes and the service as a whole word it. */
export interface ErrorReply {
  status: "error";
  message: string;
}

/** Words an error for the wire. */
export function errorReply(message: string): ErrorReply {
  return { status: "error", message };
}
