import { InputError } from "../errors/InputError.ts";
import { isImage } from "../image/decodeImage.ts";
import type { Limits } from "../settings/limits.ts";
import { type Part, readMultipart } from "./multipart.ts";

/** Names under which a multipart body may carry an image: the tutorial's, and MAX's. */
const PART_NAMES = ["file", "image"];

/** Bytes that a body without an announced length is given at first; twice as many whenever it is full. */
const FIRST_BUFFER = 16 * 1024;

/** What a request uploads. */
export interface Upload {
  /** The bytes of at least one image, whatever they are. */
  images: Uint8Array[];
  /** The parts of a multipart body that are not images, of any name. */
  fields: Part[];
}

/**
 * Reads the images that a request uploads: the parts `file` or `image` of a multipart body in
 * their order, or the body itself where its type is image/*, application/octet-stream or not given.
 *
 * @throws InputError 400 without an image, 413 over a limit, 415 for a type that is not an image
 */
export async function readImages(
  request: Request,
  limits: Pick<Limits, "maxBodyBytes" | "maxParts">,
): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  const [mediaType = ""] = type.toLowerCase().split(";", 1);

  switch (kindOf(mediaType.trim())) {
    case "multipart":
      return readParts(await readBody(request, limits.maxBodyBytes), type, limits.maxParts);
    case "raw":
      return { images: [await readBody(request, limits.maxBodyBytes)], fields: [] };
    case "form":
      throw new InputError(
        415,
        "The body is declared to be a web form, as curl does by itself. " +
          "Send -F file=@digit.png, or --data-binary @digit.png with -H 'Content-Type: image/png'.",
      );
    case "other":
      throw new InputError(
        415,
        "The body's Content-Type is not an image type. Send a PNG or JPEG as it is, or as part `file` of " +
          "multipart/form-data.",
      );
  }
}

function kindOf(mediaType: string): "multipart" | "raw" | "form" | "other" {
  if (mediaType === "multipart/form-data") return "multipart";
  if (mediaType === "application/x-www-form-urlencoded") return "form";
  const raw =
    ["", "application/octet-stream"].includes(mediaType) || mediaType.startsWith("image/");
  return raw ? "raw" : "other";
}

/**
 * Reads a body, and stops reading where it passes the limit.
 *
 * @throws InputError 413 over the limit, 415 for a compressed body, 400 where it breaks off
 */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const coding = request.headers.get("content-encoding") ?? "identity";
  if (coding.toLowerCase() !== "identity") {
    throw new InputError(
      415,
      "The body has a Content-Encoding. Send it uncompressed, without one.",
    );
  }
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

/** The parts of a multipart body; there are no more than `maxParts` of any name. */
function readParts(body: Uint8Array, contentType: string, maxParts: number): Upload {
  const images: Uint8Array[] = [];
  const fields: Part[] = [];
  let count = 0;
  for (const part of readMultipart(body, contentType)) {
    if (++count > maxParts) {
      throw new InputError(400, `The upload has over ${maxParts} parts, the most that are taken.`);
    }
    if (PART_NAMES.includes(part.name)) images.push(readPart(part));
    else fields.push(part);
  }
  if (images.length === 0) {
    throw new InputError(400, "There is no image. Send one as part `file`: -F file=@digit.png.");
  }
  return { images, fields };
}

/** Clients may leave out the file name; without one, a text is a form that was filled in wrongly. */
function readPart({ data, isFile }: Part): Uint8Array {
  if (isFile || isImage(data)) return data;
  throw new InputError(
    400,
    "The image part is not a file. Choose one; with curl: -F file=@digit.png, with the @.",
  );
}
