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
  /** Bytes of its memory, which grows and never shrinks. */
  memoryBytes(): number;
  /** How often the decoder has stopped on an error; infinitely often where it has trapped. */
  stops(): number;
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

/** What libjpeg's error exit throws: a throw unwinds the stack as longjmp does. */
const STOPPED = new Error("libjpeg-turbo stopped");

/** Instantiates libjpeg-turbo, which takes 0.2 ms. */
export function openTurboJpeg(module: WebAssembly.Module): TurboJpeg {
  const { exports } = new WebAssembly.Instance(module, imports);
  const turbo = exports as unknown as Exports;
  let stops = 0;

  const view = (pointer: number, size: number) =>
    new Uint8Array(turbo.memory.buffer, pointer, size);

  function decode(stream: Stream, width: number, height: number): Uint8Array | null {
    try {
      const bytes = stream.reduce((sum, part) => sum + part.length, 0);
      const handle = turbo.tjInitDecompress();
      const jpeg = turbo.malloc(bytes);
      const picture = turbo.malloc(width * height);
      if (!handle || !jpeg || !picture) throw new Error("no memory is left");
      write(stream, view(jpeg, bytes));
      const lastRow = picture + (height - 1) * width;
      markUnwritten(view(lastRow, width));

      const isWhole = decompress(handle, [jpeg, bytes], [picture, width, height]);
      // Rows are written in their order: with the last one there, only what follows is damaged.
      const isThere = isWhole || !isUnwritten(view(lastRow, width));
      const grey = isThere ? view(picture, width * height).slice() : null;
      turbo.free(picture);
      turbo.free(jpeg);
      turbo.tjDestroy(handle);
      return grey;
    } catch {
      // A trap, after which nothing in it can be relied on.
      stops = Number.POSITIVE_INFINITY;
      return null;
    }
  }

  /** Whether the decoder has come to the file's end without an error or a warning. */
  function decompress(
    handle: number,
    [jpeg, bytes]: [number, number],
    [picture, width, height]: [number, number, number],
  ): boolean {
    const flags = STOP_ON_WARNING;
    try {
      return (
        turbo.tjDecompress2(handle, jpeg, bytes, picture, width, width, height, GREY, flags) === 0
      );
    } catch (error) {
      if (error !== STOPPED) throw error;
      stops++;
      return false;
    }
  }

  return { decode, memoryBytes: () => turbo.memory.buffer.byteLength, stops: () => stops };
}

const imports = {
  env: { setjmp: () => 0, longjmp: stop },
  // What the C library asks of a system: whether there is an environment. Nothing else is called.
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
  throw STOPPED;
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
