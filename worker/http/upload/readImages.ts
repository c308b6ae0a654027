import { InputError } from "../../errors/InputError.ts";
import { isImage } from "../../image/decodeImage.ts";
import type { Limits } from "../../settings/limits.ts";
import type { HeldBytes } from "../body/HeldBytes.ts";
import { isJson, parseJson } from "../body/json.ts";
import { readBody } from "../body/readBody.ts";
import { decodeBase64, isDataUrl } from "./base64.ts";
import { jsonUpload } from "./jsonUpload.ts";
import { type Part, readMultipart } from "./multipart.ts";

/** Names under which a multipart body may carry an image: the tutorial's, and MAX's. */
const PART_NAMES = ["file", "image"];

/** Types under which a body is an image, or none that is known: those that say nothing too. */
const RAW_TYPE = /^(|application\/octet-stream|image\/.*)$/;

/** The value of such a name in a web form, from a page that posts what toDataURL() returned. */
const FORM_DATA_URL = /(?:^|&)(?:file|image)=(data(?::|%3A)[^&]*)/i;

/** What a request uploads. */
export interface Upload {
  /** The bytes of at least one image, whatever they are. */
  images: Uint8Array[];
  /** The parts of a multipart body that are not images, of any name. */
  fields: Part[];
}

/**
 * Reads the images that a request uploads, as imagesIn finds them.
 *
 * @throws InputError as readBody and imagesIn do
 */
export async function readImages(
  request: Request,
  limits: Pick<Limits, "maxBodyBytes" | "maxBodySeconds" | "maxParts">,
  heldBytes: HeldBytes,
): Promise<Upload> {
  const body = await readBody(request, limits, heldBytes);
  return imagesIn(body, request.headers.get("content-type") ?? "", limits.maxParts);
}

/**
 * Finds the images in a body. Its bytes tell what it is, where they can, whatever it is declared as:
 * clients label images as forms, and JSON as nothing. It is an image or a data URL itself, JSON as
 * in jsonUpload.ts, a web form with a data URL, or multipart, with the parts `file` or `image` in
 * their order.
 *
 * @throws InputError 400 without an image, 415 where neither the bytes nor the type are an image's
 */
export function imagesIn(body: Uint8Array, contentType: string, maxParts: number): Upload {
  if (isImage(body)) return { images: [body], fields: [] };
  if (isDataUrl(body)) return { images: [fromDataUrl(body)], fields: [] };
  const [mediaType] = contentType.toLowerCase().split(";", 1);
  const type = mediaType.trim();
  if (type === "multipart/form-data") return readParts(body, contentType, maxParts);
  if (isJson(body, type)) return readJson(body);
  if (type === "application/x-www-form-urlencoded") {
    const [, dataUrl] = FORM_DATA_URL.exec(new TextDecoder().decode(body)) ?? [];
    if (dataUrl) return { images: [fromForm(dataUrl)], fields: [] };
  }
  // What it is instead, the decoder says.
  if (RAW_TYPE.test(type) || body.length === 0) return { images: [body], fields: [] };
  throw new InputError(
    415,
    "The body is not an image, and its Content-Type is not an image type. Send an image as the " +
      "body, or as part `file` of multipart/form-data; with curl: --data-binary @digit.png, or " +
      "-F file=@digit.png.",
  );
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
    if (!PART_NAMES.includes(part.name)) fields.push(part);
    else if (!isLeftEmpty(part)) images.push(readPart(part));
  }
  if (images.length === 0) {
    throw new InputError(400, "There is no image. Send one as part `file`: -F file=@digit.png.");
  }
  return { images, fields };
}

/** Browsers send a file input in which nothing was chosen as an empty part without a file name. */
function isLeftEmpty({ data, isFile }: Part): boolean {
  return data.length === 0 && !isFile;
}

/** Clients may leave out the file name; without one, a text is a form that was filled in wrongly. */
function readPart({ data, isFile }: Part): Uint8Array {
  if (isImage(data)) return data;
  if (isDataUrl(data)) return fromDataUrl(data);
  if (isFile) return data;
  throw new InputError(
    400,
    "The image part is not a file. Choose one; with curl: -F file=@digit.png, with the @.",
  );
}

function fromDataUrl(bytes: Uint8Array): Uint8Array {
  return decodeBase64(new TextDecoder().decode(bytes), "The data URL", bytes);
}

/** A form's + stands for a space, but base64 has none, and pages forget to escape it. */
function fromForm(value: string): Uint8Array {
  const text = new URLSearchParams(`value=${value.replaceAll("+", "%2B")}`).get("value") ?? "";
  return decodeBase64(text, "The data URL");
}

/** The image of an upload in JSON; its other values are fields, as a form's are. */
function readJson(body: Uint8Array): Upload {
  const { image, ...others } = parseJson(body, jsonUpload);
  const encoder = new TextEncoder();
  return {
    images: [decodeBase64(image, "image", body)],
    fields: Object.entries(others).map(([name, value]) => ({
      name,
      isFile: false,
      data: encoder.encode(String(value)),
    })),
  };
}
