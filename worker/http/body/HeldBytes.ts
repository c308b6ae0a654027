import type { BodyBuffer } from "./BodyBuffer.ts";

/** The bytes of its body that a request holds. */
export interface HeldBytes {
  /**
   * Counts bytes that have come in.
   *
   * @throws InputError 503 where all requests together hold too many
   */
  take(bytes: number): void;
  /** The body where it is long; freed once the request is answered. */
  body?: BodyBuffer;
}
