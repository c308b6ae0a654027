import type { FileHandle } from "node:fs/promises";
import type { PackSource } from "../../../packs/PackSource.ts";

/** A pack in a file. */
export interface FileSource extends PackSource {
  /** How much of it is read, 0 … 1. */
  progress(): number;
}

/** Reads a pack from a file that is open. */
export function fileSource(file: FileHandle, size: number): FileSource {
  let furthest = 0;
  return {
    size,
    progress: () => furthest / size,
    async read(offset, length) {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; ) {
        const { bytesRead } = await file.read(bytes, at, length - at, offset + at);
        if (bytesRead === 0) throw new Error("The file has become shorter.");
        at += bytesRead;
      }
      // A zip's directory is read from its end.
      if (offset <= furthest) furthest = Math.max(furthest, offset + length);
      return bytes;
    },
  };
}
