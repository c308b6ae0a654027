import { RandomAccessReader } from "yauzl";
import type { PackSource } from "./PackSource.ts";

/** Bytes that are read at once: the directory and the files are read piece by piece, in their order. */
const PAGE = 1024 * 1024;

/** Pages that are kept: one for the directory, one for the files. */
const PAGES = 2;

/** Reads a zip archive in large pages, as yauzl asks for small pieces. */
export class ZipSource extends RandomAccessReader {
  readonly #source: PackSource;
  /** Starts and bytes, the one last used first. */
  #pages: { start: number; bytes: Uint8Array<ArrayBuffer> }[] = [];

  constructor(source: PackSource) {
    super();
    this.#source = source;
  }

  /** Bytes [start, start + length), not beyond the end. */
  async bytes(start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const page = this.#pages.find(
      (page) => page.start <= start && start + length <= page.start + page.bytes.length,
    );
    const found = page ?? {
      start,
      bytes: await this.#source.read(
        start,
        Math.min(Math.max(length, PAGE), this.#source.size - start),
      ),
    };
    this.#pages = [found, ...this.#pages.filter((page) => page !== found)].slice(0, PAGES);
    return found.bytes.subarray(start - found.start, start - found.start + length);
  }

  /** What yauzl calls. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.bytes(position, length).then((bytes) => {
      buffer.set(bytes, offset);
      callback(null);
    }, callback);
  }
}
