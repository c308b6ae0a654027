import { InputError, type RefusalStatus } from "../errors/InputError.ts";
import type { PackedPicture } from "../packs/PackedPicture.ts";

/** A picture as the file's first line tells of it: how long it is, or why it is refused. */
type Entry = { name: string } & (
  | { bytes: number }
  | { error: { status: RefusalStatus; message: string } }
);

const LINE_FEED = 0x0a;

/** Puts the pictures of a range into a file: a line of JSON, then their bytes, one after the other. */
export function encodeRange(pictures: PackedPicture[]): Uint8Array {
  const entries = pictures.map(
    ({ name, file }): Entry =>
      file instanceof InputError
        ? { name, error: { status: file.status, message: file.message } }
        : { name, bytes: file.length },
  );
  const files = pictures.flatMap(({ file }) => (file instanceof InputError ? [] : [file]));
  return Buffer.concat([Buffer.from(`${JSON.stringify(entries)}\n`), ...files]);
}

/** Takes the pictures out of the file again; their bytes are parts of its own. */
export function decodeRange(bytes: Uint8Array): PackedPicture[] {
  let at = bytes.indexOf(LINE_FEED) + 1;
  const entries: Entry[] = JSON.parse(new TextDecoder().decode(bytes.subarray(0, at)));
  return entries.map((entry) => {
    const { name } = entry;
    if ("error" in entry) {
      return { name, file: new InputError(entry.error.status, entry.error.message) };
    }
    at += entry.bytes;
    return { name, file: bytes.subarray(at - entry.bytes, at) };
  });
}
