import { InputError } from "../../errors/InputError.ts";

/** What stands before the data of a data URL (RFC 2397); media types are shorter than this. */
const DATA_URL_START = /^data:[^,]{0,99},/i;

/** A data URL's first letter, and the bit that makes a letter lower case. */
const SMALL_D = 0x64;
const LOWER_CASE = 0x20;

/** What workerd has, and Node from version 25 on. */
interface Decoding {
  setFromBase64?(text: string): { written: number };
}

/** Whether bytes are the text of a data URL, as a canvas's toDataURL() returns it. */
export function isDataUrl(bytes: Uint8Array): boolean {
  if ((bytes[0] | LOWER_CASE) !== SMALL_D) return false;
  return String.fromCharCode(...bytes.subarray(0, 5)).toLowerCase() === "data:";
}

/**
 * Decodes base64, of the standard or the URL-safe alphabet (RFC 4648, sections 4 and 5), with or
 * without padding and line breaks, or the base64 of a data URL.
 *
 * @param name of the value, for messages
 * @param room bytes that nobody needs any more, at least as many as the text has; the result is a view
 *   of them where the runtime can decode in place, so that no megabytes are left to garbage collection
 * @throws InputError 400 where it is neither
 */
export function decodeBase64(text: string, name: string, room?: Uint8Array & Decoding): Uint8Array {
  if (/^https?:/i.test(text)) {
    throw new InputError(
      400,
      `${name} is a URL, and this service fetches nothing. Send the image's bytes in base64.`,
    );
  }
  const data = text.replace(DATA_URL_START, "").replaceAll("-", "+").replaceAll("_", "/");
  try {
    if (!room?.setFromBase64) return bytesOf(atob(data));
    return room.subarray(0, room.setFromBase64(data).written);
  } catch {
    throw new InputError(400, `${name} is not valid base64. Send the image's bytes in base64.`);
  }
}

/** Not Uint8Array.from, which takes 40 times as long. */
function bytesOf(characters: string): Uint8Array {
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
