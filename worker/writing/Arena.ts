import { freeBytes } from "../image/freeBytes.ts";

/** Bytes of the buffers that arrays are taken from; larger ones have their own. */
const BUFFER = 2 ** 18;

/** Where arrays start at multiples of, in bytes, so that they can be of any type. */
const ALIGNMENT = 8;

/** Lends bytes for many small arrays, and frees all of them together, at once. */
export class Arena {
  readonly #buffers: Uint8Array[] = [];
  #last = new Uint8Array(0);
  #used = 0;

  /** Zeros, until the arena is freed. */
  take(length: number): Uint8Array {
    if (this.#used + length > this.#last.length) {
      this.#last = new Uint8Array(Math.max(length, BUFFER));
      this.#buffers.push(this.#last);
      this.#used = 0;
    }
    const taken = new Uint8Array(this.#last.buffer, this.#used, length);
    this.#used += ALIGNMENT * Math.ceil(length / ALIGNMENT);
    return taken;
  }

  free(): void {
    this.#buffers.forEach(freeBytes);
  }
}
