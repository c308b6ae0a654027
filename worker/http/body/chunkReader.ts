/** Bytes to gather in a read: workerd takes 25 µs to hand over a chunk, which may have one byte. */
const READ = 64 * 1024;

/** Reads a stream chunk by chunk. */
export interface ChunkReader {
  /** The next chunk, valid until the next call; undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  cancel(): void;
}

/** workerd's reader, whose `readAtLeast` no other runtime has. */
interface GatheringReader {
  readAtLeast(
    bytes: number,
    view: Uint8Array<ArrayBuffer>,
  ): Promise<{ value?: Uint8Array<ArrayBuffer> | undefined }>;
  cancel(): Promise<void>;
}

/**
 * Gathers READ bytes in a read under workerd. Node knows the standard's option `min` for this, but
 * fails at the end of the stream.
 */
export function chunkReaderOf(body: ReadableStream<Uint8Array>): ChunkReader {
  const reader = gatheringReaderOf(body);
  if (!reader) return plainReaderOf(body);
  let buffer = new ArrayBuffer(READ);
  return {
    async read() {
      const { value } = await reader.readAtLeast(READ, new Uint8Array(buffer));
      if (!value?.length) return undefined;
      // The read has moved the memory to a new buffer.
      buffer = value.buffer;
      return value;
    },
    cancel: () => void reader.cancel().catch(() => {}),
  };
}

function gatheringReaderOf(body: ReadableStream<Uint8Array>): GatheringReader | undefined {
  let reader: { releaseLock(): void };
  try {
    reader = body.getReader({ mode: "byob" });
  } catch {
    return undefined; // It is not a byte stream.
  }
  if (isGathering(reader)) return reader;
  reader.releaseLock();
  return undefined;
}

function isGathering(reader: object): reader is GatheringReader {
  return "readAtLeast" in reader;
}

function plainReaderOf(body: ReadableStream<Uint8Array>): ChunkReader {
  const reader = body.getReader();
  return {
    read: async () => (await reader.read()).value,
    cancel: () => void reader.cancel().catch(() => {}),
  };
}
