import { InputError } from "../../errors/InputError.ts";
import { decodeBase64 } from "../../http/upload/base64.ts";
import { isImage } from "../../image/decodeImage.ts";
import { flatten } from "../flatten.ts";
import { binaryData } from "./binary.ts";
import type { FileTensor } from "./inferRequest.ts";

/** Bytes of an element's length, which stands before it, little-endian. */
const LENGTH_BYTES = 4;

/**
 * Reads the image files of an input tensor of BYTES.
 *
 * @param binary what stands behind the JSON
 * @throws InputError 400 for an invalid size or base64, 413 for too many files
 */
export function readFiles(input: FileTensor, binary: Uint8Array, maxFiles: number): Uint8Array[] {
  const { shape, data } = input;
  const [count] = shape;
  if (count > maxFiles) {
    throw new InputError(413, `The input has ${count} files; a request may have ${maxFiles}.`);
  }
  const bytes = binaryData(input, binary);
  if (bytes) return split(bytes, count);
  const values = flatten(data ?? [], shape);
  if (values.length !== count) {
    throw new InputError(
      400,
      `The input has ${values.length} values, but its shape makes ${count}.`,
    );
  }
  return values.map((value, i) => decodeBase64(String(value), `Value ${i} of the input`));
}

/** The elements of a tensor in binary; one that is an image already has no length before it. */
function split(bytes: Uint8Array, count: number): Uint8Array[] {
  if (count === 1 && isImage(bytes)) return [bytes];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const files: Uint8Array[] = [];
  let at = 0;
  while (files.length < count && at + LENGTH_BYTES <= bytes.length) {
    const start = at + LENGTH_BYTES;
    at = start + view.getUint32(at, true);
    files.push(bytes.subarray(start, at));
  }
  if (files.length === count && at === bytes.length) return files;
  throw new InputError(
    400,
    `The input's ${bytes.length} bytes are not ${count} files, each behind its length in 4 bytes, ` +
      "little-endian.",
  );
}
