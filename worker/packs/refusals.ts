import { InputError } from "../errors/InputError.ts";

/** Of a pack with more files than are taken. */
export function tooMany(limit: number): InputError {
  return new InputError(
    413,
    `The pack has over ${limit} files, the most that are taken. Split it.`,
  );
}

/** Of a pack with more bytes than are taken, packed or unpacked. */
export function tooLong(limit: number): InputError {
  return new InputError(
    413,
    `The pack has over ${limit} bytes, the most that are taken. Split it.`,
  );
}

/** Of a file of a pack, by the size that the pack announces. */
export function tooLarge(bytes: number, limit: number): InputError {
  return new InputError(413, `The file has ${bytes} bytes; a picture may have ${limit}.`);
}
