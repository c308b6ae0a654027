/**
 * Makes sure that an image file is bytes.
 *
 * @throws TypeError if it is anything else, such as an ArrayBuffer or a path
 */
export function checkFile(file: Uint8Array): void {
  if (ArrayBuffer.isView(file)) return;
  throw new TypeError("an image file is a Uint8Array: new Uint8Array(await file.arrayBuffer())");
}
