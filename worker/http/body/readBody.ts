import { InputError } from "../../errors/InputError.ts";
import type { Limits } from "../../settings/limits.ts";
import { BodyBuffer } from "./BodyBuffer.ts";
import { type ChunkReader, chunkReaderOf } from "./chunkReader.ts";
import { compressionOf, decompress } from "./contentCoding.ts";
import type { HeldBytes } from "./HeldBytes.ts";

/** Up to this length an announced body is read at once: half the cost of a reader, and not much to wait for. */
const SHORT = 64 * 1024;

const MILLISECONDS = 1000;

/** What a body is held to. */
type BodyLimits = Pick<Limits, "maxBodyBytes" | "maxBodySeconds">;

/**
 * Reads a request's body, decompressed where it is compressed. Its memory grows as the body comes in,
 * whatever length is announced, and is gone once the request is answered.
 *
 * @throws InputError 400 where it breaks off or is not what its coding says, 408 past the deadline,
 *   413 over the limit, 415 for a coding that is not decoded, 503 where other bodies leave no room
 */
export async function readBody(
  request: Request,
  limits: BodyLimits,
  heldBytes: HeldBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const compression = compressionOf(request.headers.get("content-encoding"));
  const body = await readSent(request, limits, heldBytes);
  return compression ? decompress(body, compression, limits.maxBodyBytes, heldBytes) : body;
}

/** Reads a body as it is sent. */
async function readSent(
  request: Request,
  { maxBodyBytes, maxBodySeconds }: BodyLimits,
  heldBytes: HeldBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const length = request.headers.get("content-length");
  if (Number(length) > maxBodyBytes) throw tooLarge(maxBodyBytes);
  // Content-Length holds only without a Transfer-Encoding (RFC 9112, section 6.3).
  const isAnnounced = length !== null && !request.headers.has("transfer-encoding");
  if (isAnnounced && Number(length) <= SHORT) {
    return withDeadline(maxBodySeconds, readShort(request, heldBytes), () => {});
  }
  if (!request.body) return new Uint8Array();
  const reader = chunkReaderOf(request.body);
  return withDeadline(maxBodySeconds, readLong(reader, maxBodyBytes, heldBytes), reader.cancel);
}

async function readShort(request: Request, heldBytes: HeldBytes): Promise<Uint8Array<ArrayBuffer>> {
  let body: ArrayBuffer;
  try {
    body = await request.arrayBuffer();
  } catch {
    throw new InputError(400, "The body broke off. Send it again.");
  }
  heldBytes.take(body.byteLength);
  return new Uint8Array(body);
}

async function readLong(
  { read }: ChunkReader,
  maxBytes: number,
  heldBytes: HeldBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const body = new BodyBuffer(maxBytes);
  heldBytes.body = body;
  try {
    for (let chunk = await read(); chunk; chunk = await read()) {
      if (body.size + chunk.length > maxBytes) throw tooLarge(maxBytes);
      heldBytes.take(chunk.length);
      body.append(chunk);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(400, `The body broke off after ${body.size} bytes. Send it again.`);
  }
  return body.bytes;
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
