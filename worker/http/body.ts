import { InputError } from "../errors/InputError.ts";
import { compressionOf, decompress } from "./contentCoding.ts";

/** Bytes that a body without an announced length is given at first; twice as many whenever it is full. */
const FIRST_BUFFER = 16 * 1024;

/**
 * Reads a body, decompressed where it is compressed, and stops reading where it passes the limit.
 *
 * @throws InputError 413 over the limit, 415 for a coding that is not decoded, 400 where it breaks
 *   off or is not what its coding says
 */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const compression = compressionOf(request.headers.get("content-encoding"));
  const body = await readSent(request, maxBytes);
  return compression ? decompress(body, compression, maxBytes) : body;
}

/** Reads a body as it is sent. */
async function readSent(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const length = request.headers.get("content-length");
  if (Number(length) > maxBytes) throw tooLarge(maxBytes);
  // Three times as fast as its chunks, but only an announced length bounds it.
  if (length !== null && !request.headers.has("transfer-encoding")) {
    try {
      return new Uint8Array(await request.arrayBuffer());
    } catch {
      throw new InputError(400, "The body broke off. Send it again.");
    }
  }
  return readChunks(request.body, maxBytes);
}

async function readChunks(
  body: Request["body"],
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  // One buffer that grows: kept chunks would each keep the buffer that they are a view of.
  let buffer = new Uint8Array(Math.min(FIRST_BUFFER, maxBytes));
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      const end = size + chunk.length;
      if (end > maxBytes) throw tooLarge(maxBytes);
      if (end > buffer.length) {
        const larger = new Uint8Array(Math.min(maxBytes, Math.max(end, 2 * buffer.length)));
        larger.set(buffer.subarray(0, size));
        buffer = larger;
      }
      buffer.set(chunk, size);
      size = end;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(400, `The body broke off after ${size} bytes. Send it again.`);
  }
  return buffer.subarray(0, size);
}

function tooLarge(maxBytes: number): InputError {
  return new InputError(413, `The body is over ${maxBytes} bytes, the most that is taken.`);
}
