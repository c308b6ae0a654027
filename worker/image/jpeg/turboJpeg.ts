import type { Stream } from "./stream.ts";

/** An instance of libjpeg-turbo. */
export interface TurboJpeg {
  /**
   * Decodes a JPEG file to grey levels, scaled down while it is decoded.
   *
   * @param width and height, the file's times one and the same number of eighths, rounded up
   * @returns rows of pixels, 0 black … 255 white; null where the file is damaged before its end
   */
  decode(stream: Stream, width: number, height: number): Uint8Array | null;
  /** Whether it is not to be used again: the decoder has stopped on an error, or its memory grown. */
  isSpent(): boolean;
}

/** What jpeg-turbo.wasm exports of TurboJPEG 2.0's interface; pointers are numbers. */
interface Exports {
  memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  free(pointer: number): void;
  tjInitDecompress(): number;
  tjDecompress2(
    handle: number,
    jpeg: number,
    jpegBytes: number,
    picture: number,
    width: number,
    pitch: number,
    height: number,
    pixelFormat: number,
    flags: number,
  ): number;
  tjDestroy(handle: number): number;
}

/** TJPF_GRAY: luma alone, or what RGB comes to. */
const GREY = 6;

/** TJFLAG_STOPONWARNING: libjpeg would go on otherwise, and fill in what is missing. */
const STOP_ON_WARNING = 8192;

/** Memory never shrinks, so an instance with more than this is not kept. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/** Instantiates libjpeg-turbo, which takes 0.2 ms. */
export function openTurboJpeg(module: WebAssembly.Module): TurboJpeg {
  const { exports } = new WebAssembly.Instance(module, imports);
  const turbo = exports as unknown as Exports;
  let hasStopped = false;

  function decode(stream: Stream, width: number, height: number): Uint8Array | null {
    const bytes = stream.reduce((sum, part) => sum + part.length, 0);
    const size = width * height;
    hasStopped = true;
    const handle = turbo.tjInitDecompress();
    const jpeg = turbo.malloc(bytes);
    const picture = turbo.malloc(size);
    if (!handle || !jpeg || !picture) return null;
    write(stream, new Uint8Array(turbo.memory.buffer, jpeg, bytes));
    const lastRow = size - width;
    markUnwritten(new Uint8Array(turbo.memory.buffer, picture + lastRow, width));

    try {
      const status = turbo.tjDecompress2(
        handle,
        jpeg,
        bytes,
        picture,
        width,
        width,
        height,
        GREY,
        STOP_ON_WARNING,
      );
      if (status !== 0) return null;
    } catch {
      // By longjmp or a trap, which leaves everything as it lies.
      const row = new Uint8Array(turbo.memory.buffer, picture + lastRow, width);
      // Rows are written in their order: with the last one there, only what follows is damaged.
      return isUnwritten(row) ? null : read(picture, size);
    }
    const grey = read(picture, size);
    turbo.free(picture);
    turbo.free(jpeg);
    turbo.tjDestroy(handle);
    hasStopped = false;
    return grey;
  }

  const read = (pointer: number, size: number) =>
    new Uint8Array(turbo.memory.buffer, pointer, size).slice();

  return {
    decode,
    isSpent: () => hasStopped || turbo.memory.buffer.byteLength > MAX_KEPT_BYTES,
  };
}

/** libjpeg leaves by longjmp where it meets an error; a throw unwinds its stack as well. */
const imports = {
  env: { setjmp: () => 0, longjmp: stop },
  // What the C library asks of a system: no environment, and nothing else is ever called.
  wasi_snapshot_preview1: {
    environ_sizes_get: () => 0,
    environ_get: stop,
    proc_exit: stop,
    fd_close: stop,
    fd_seek: stop,
    fd_write: stop,
  },
};

function stop(): never {
  throw new Error("libjpeg-turbo stopped");
}

function write(stream: Stream, to: Uint8Array): void {
  let at = 0;
  for (const part of stream) {
    to.set(part, at);
    at += part.length;
  }
}

/** Marks a row by levels that no picture has there: black and white from pixel to pixel. */
function markUnwritten(row: Uint8Array): void {
  for (let x = 0; x < row.length; x++) row[x] = unwritten(x);
}

function isUnwritten(row: Uint8Array): boolean {
  return row.every((level, x) => level === unwritten(x));
}

function unwritten(x: number): number {
  return x % 2 === 0 ? 0 : 255;
}
