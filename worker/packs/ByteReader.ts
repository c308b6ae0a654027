/** Reads chunks by numbers of bytes. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array<ArrayBuffer>>;
  #buffered: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next `length` bytes, which are left to be read; fewer only at the end. */
  async peek(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const parts = [this.#buffered];
    let { length: have } = this.#buffered;
    while (have < length) {
      const { done, value } = await this.#chunks.next();
      if (done) break;
      parts.push(value);
      have += value.length;
    }
    if (parts.length > 1) this.#buffered = Buffer.concat(parts);
    return this.#buffered.subarray(0, length);
  }

  /** The next `length` bytes; fewer only at the end. */
  async read(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.peek(length);
    this.#buffered = this.#buffered.subarray(bytes.length);
    return bytes;
  }

  /** What is left, chunk by chunk. */
  async *rest(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    if (this.#buffered.length > 0) yield this.#buffered;
    for (;;) {
      const { done, value } = await this.#chunks.next();
      if (done) return;
      yield value;
    }
  }
}
