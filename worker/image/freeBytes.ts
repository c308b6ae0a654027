/** Fewer bytes are left to garbage collection, as are those that share a buffer. */
const LARGE = 2 ** 12;

/** Node 20 does not have `transfer`. */
type Transferable = ArrayBufferLike & { transfer?(length: number): ArrayBuffer };

/**
 * Frees elements that nobody uses any more at once. Garbage collection lets tens of megabytes outside V8's heap
 * pile up before it comes.
 *
 * @param elements all that is in their buffer, or they stay; nothing is left in any other view of it
 */
export function freeBytes({ buffer, byteLength }: ArrayBufferView): void {
  if (byteLength < LARGE || byteLength < buffer.byteLength) return;
  (buffer as Transferable).transfer?.(0);
}
