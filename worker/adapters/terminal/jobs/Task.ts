import type { Trouble } from "../attempt.ts";

/** A picture to be read. */
export type Task = {
  /** The file, or the pack that the picture is in. */
  file: string;
  /** Of a picture in a pack. */
  name?: string;
  /** How far all is read once this picture is, 0 … 1. */
  progress: number;
} & (
  | object
  // Of a picture in a pack.
  | { bytes: Uint8Array<ArrayBuffer> }
  // What keeps it from being read.
  | { error: Trouble }
);

/** What a worker thread makes of some tasks. */
export interface Done {
  /** The lines for standard output or the file of results, each with its line feed. */
  lines: string;
  /** The lines for standard error. */
  complaints: string[];
}
