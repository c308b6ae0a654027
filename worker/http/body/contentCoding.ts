import { InputError } from "../../errors/InputError.ts";
import { BodyBuffer } from "./BodyBuffer.ts";
import type { HeldBytes } from "./HeldBytes.ts";

/** A format of compression, as DecompressionStream names it. */
export type Compression = "gzip" | "deflate";

/** The content codings that are decoded (RFC 9110, section 8.4.1). */
const CODINGS: Readonly<Record<string, Compression>> = {
  gzip: "gzip",
  "x-gzip": "gzip",
  deflate: "deflate",
};

/**
 * How a body is compressed; undefined where it is not.
 *
 * @param coding the request's Content-Encoding
 * @throws InputError 415 for a coding that is not decoded, or several of them
 */
export function compressionOf(coding: string | null): Compression | undefined {
  const name = coding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") return undefined;
  if (Object.hasOwn(CODINGS, name)) return CODINGS[name];
  throw new InputError(
    415,
    "The body's Content-Encoding is not supported. Send it uncompressed, or as gzip or deflate.",
  );
}

/**
 * Decompresses a body, and stops where it passes the limit.
 *
 * @throws InputError 413 over the limit, 400 where the body is not what it is declared to be, 503
 *   where other bodies leave no room
 */
export async function decompress(
  body: Uint8Array<ArrayBuffer>,
  format: Compression,
  maxBytes: number,
  heldBytes: HeldBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream(format));
  const whole = new BodyBuffer(maxBytes);
  try {
    for await (const chunk of stream) {
      if (whole.size + chunk.length > maxBytes) {
        throw new InputError(
          413,
          `The body is over ${maxBytes} bytes once decompressed, the most that is taken.`,
        );
      }
      heldBytes.take(chunk.length);
      whole.append(chunk);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      400,
      `The body is not valid ${format}, as which its Content-Encoding declares it.`,
    );
  }
  heldBytes.body?.free();
  heldBytes.body = whole;
  return whole.bytes;
}
