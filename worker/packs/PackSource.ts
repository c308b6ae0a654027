/** Where a pack's bytes lie: in a bucket, in a file. */
export interface PackSource {
  /** Bytes of the pack. */
  readonly size: number;
  /**
   * Reads bytes from a place on.
   *
   * @param length how many, not beyond `size`
   * @throws whatever keeps the bytes from being read: a fault of the place, not of the pack
   */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Bytes of a read from start to end. */
const CHUNK = 1024 * 1024;

/** A pack's bytes from start to end. */
export async function* chunksOf(source: PackSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < source.size; at += CHUNK) {
    yield await source.read(at, Math.min(CHUNK, source.size - at));
  }
}
