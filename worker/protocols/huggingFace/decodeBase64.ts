import { InputError } from "../../errors/InputError.ts";

/** In Node from version 25 on, and in workerd; half the memory of `atob`, which makes a text first. */
const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array };

/**
 * The bytes that a text in base64 stands for, or a data URL.
 *
 * @throws InputError 400 where it is not base64
 */
export function decodeBase64(text: string): Uint8Array {
  const base64 = text.replace(/^data:[^,]{0,99},/, "");
  try {
    return fromBase64 ? fromBase64.call(Uint8Array, base64) : bytesOf(atob(base64));
  } catch {
    throw new InputError(400, "inputs is not valid base64. Send the bytes of a PNG in base64.");
  }
}

/** Not Uint8Array.from, which takes 40 times as long. */
function bytesOf(characters: string): Uint8Array {
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
