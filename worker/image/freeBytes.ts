/** Fewer bytes are left to garbage collection: in Node some share a buffer with others. */
const LARGE = 2 ** 16;

/** Node 20 does not have `transfer`. */
type Transferable = ArrayBufferLike & { transfer?(length: number): ArrayBuffer };

/**
 * Frees bytes that nobody uses any more at once. Garbage collection lets tens of megabytes outside V8's heap
 * pile up before it comes.
 *
 * @param bytes all that is in their buffer
 */
export function freeBytes(bytes: Uint8Array): void {
  if (bytes.length < LARGE) return;
  const buffer: Transferable = bytes.buffer;
  buffer.transfer?.(0);
}
