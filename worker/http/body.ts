import { InputError } from "../errors/InputError.ts";
import type { Limits } from "../settings/limits.ts";
import { type ChunkReader, chunkReaderOf } from "./chunkReader.ts";

/** Up to this length an announced body is read at once: half the cost of a reader, and not much to wait for. */
const SHORT = 64 * 1024;

/** Bytes that a growing body's buffer starts with; it doubles whenever it is full. */
const FIRST_BUFFER = 16 * 1024;

const MILLISECONDS = 1000;

/**
 * Reads a request's body. Its memory grows as the body comes in, whatever length is announced.
 *
 * @throws InputError 400 where it breaks off, 408 past the deadline, 413 over the limit, 415 for a
 *   compressed body
 */
export async function readBody(
  request: Request,
  { maxBodyBytes, maxBodySeconds }: Pick<Limits, "maxBodyBytes" | "maxBodySeconds">,
): Promise<Uint8Array<ArrayBuffer>> {
  const coding = request.headers.get("content-encoding") ?? "identity";
  if (coding.toLowerCase() !== "identity") {
    throw new InputError(
      415,
      "The body has a Content-Encoding. Send it uncompressed, without one.",
    );
  }
  const length = request.headers.get("content-length");
  if (Number(length) > maxBodyBytes) throw tooLarge(maxBodyBytes);
  // Content-Length holds only without a Transfer-Encoding (RFC 9112, section 6.3).
  const isAnnounced = length !== null && !request.headers.has("transfer-encoding");
  if (isAnnounced && Number(length) <= SHORT) {
    return withDeadline(maxBodySeconds, readShort(request), () => {});
  }
  if (!request.body) return new Uint8Array();
  const reader = chunkReaderOf(request.body);
  return withDeadline(maxBodySeconds, readGrowing(reader, maxBodyBytes), reader.cancel);
}

async function readShort(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch {
    throw new InputError(400, "The body broke off. Send it again.");
  }
}

async function readGrowing(
  { read }: ChunkReader,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  // One buffer that grows: kept chunks would each keep the buffer that they are a view of.
  let buffer = new Uint8Array(Math.min(FIRST_BUFFER, maxBytes));
  let size = 0;
  try {
    for (let chunk = await read(); chunk; chunk = await read()) {
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

/** Waits for a body as long as it may take, and then stops reading it. */
function withDeadline<Body>(
  seconds: number,
  reading: Promise<Body>,
  stop: () => void,
): Promise<Body> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new InputError(408, `The body did not arrive within ${seconds} s. Send it again.`));
      stop();
    }, seconds * MILLISECONDS);
    reading.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}

function tooLarge(maxBytes: number): InputError {
  return new InputError(413, `The body is over ${maxBytes} bytes, the most that is taken.`);
}
