/** Bytes to start with. */
const FIRST = 16 * 1024;

/** `transfer` frees the memory that it leaves at once; Node 20 does not have it. */
type Transferable = ArrayBuffer & { transfer?(length: number): ArrayBuffer };

/**
 * A body as it comes in: one buffer that grows. The chunks themselves, if kept, would each keep the
 * buffer that they are a view of. Garbage collection is too late for megabytes a request, so no memory
 * is left to it.
 */
export class BodyBuffer {
  #bytes: Uint8Array<ArrayBuffer>;
  #size = 0;
  readonly #most: number;

  /** @param most bytes that it will ever hold */
  constructor(most: number) {
    this.#most = most;
    this.#bytes = new Uint8Array(Math.min(FIRST, most));
  }

  get size(): number {
    return this.#size;
  }

  /** A view, until the next change. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#size);
  }

  append(chunk: Uint8Array): void {
    const end = this.#size + chunk.length;
    if (end > this.#bytes.length) {
      this.#resize(Math.min(this.#most, Math.max(end, 2 * this.#bytes.length)));
    }
    this.#bytes.set(chunk, this.#size);
    this.#size = end;
  }

  free(): void {
    this.#size = 0;
    this.#resize(0);
  }

  #resize(length: number): void {
    const buffer: Transferable = this.#bytes.buffer;
    const resized = new Uint8Array(buffer.transfer?.(length) ?? length);
    if (!buffer.transfer) resized.set(this.#bytes.subarray(0, this.#size));
    this.#bytes = resized;
  }
}
