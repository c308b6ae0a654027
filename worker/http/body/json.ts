import * as v from "valibot";
import { InputError } from "../../errors/InputError.ts";

/** Levels of arrays and objects in one another. No request has more than eight. */
const DEEPEST = 16;

/**
 * Arrays, objects and their keys: so many, and one in so many bytes. A nested tensor has an array in
 * 54 bytes, the least that a row of 28 pixels takes; with its channels last, each pixel is one, and
 * these are enough for 64 such images.
 */
const MOST = 64 * 1024;
const BYTES_EACH = 32;

const [SPACE, QUOTE, BACKSLASH, COMMA, COLON, OPENING, CLOSING] = [
  0x20, 0x22, 0x5c, 0x2c, 0x3a, 0x7b, 0x7d,
];

/** The bit that [ and ] have less than { and }. */
const CURLY = 0x20;

/** What valibot calls what it expects, in words. */
const WORDS: Record<string, string> = {
  Object: "an object",
  Array: "an array",
  string: "a text",
  number: "a number",
  boolean: "true or false",
  never: "left out",
};

/** Whether a body is a JSON object, or declared as JSON. */
export function isJson(body: Uint8Array, type: string): boolean {
  return body.find((byte) => byte > SPACE) === OPENING || /json/i.test(type);
}

/**
 * Reads a body in JSON.
 *
 * @param schema whose own messages go on where "… must be" ends
 * @param maxValues numbers, texts and other values that it may have
 * @throws InputError 400 where it is not JSON, has too many values or is not what it must be; it says where
 */
export function parseJson<Schema extends v.GenericSchema>(
  body: Uint8Array,
  schema: Schema,
  maxValues = MOST,
): v.InferOutput<Schema> {
  checkStructure(body, maxValues);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(body));
  } catch {
    throw new InputError(400, "The body is not valid JSON in UTF-8.");
  }
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return result.output;
  throw new InputError(400, wordsOf(result.issues[0]));
}

/** What is wrong, without a repetition of what was sent. */
function wordsOf({ message, expected, received, path }: v.BaseIssue<unknown>): string {
  const place = path?.map(({ key }) => String(key)).join(".") ?? "The body";
  if (received === "undefined") return `${place} is missing.`;
  // valibot's own messages begin so, and repeat what was sent.
  const wanted = message.startsWith("Invalid ") ? String(expected) : message;
  return `${place} must be ${WORDS[wanted] ?? wanted}.`;
}

/**
 * Looked at before V8 parses it, which takes half a second and 185 MB for 2 million levels, and
 * nearly as much for as many empty objects.
 */
function checkStructure(body: Uint8Array, maxValues: number): void {
  const most = MOST + body.length / BYTES_EACH;
  let depth = 0;
  let count = 0;
  let commas = 0;
  let inText = false;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (byte === BACKSLASH) i++;
    else if (byte === QUOTE) inText = !inText;
    else if (inText) continue;
    else if (byte === COMMA) commas++;
    else if (byte === COLON) count++;
    else if ((byte | CURLY) === CLOSING) depth--;
    else if ((byte | CURLY) === OPENING) {
      count++;
      if (++depth > DEEPEST) {
        throw new InputError(400, `The JSON is nested deeper than ${DEEPEST} levels.`);
      }
    }
    if (count > most) throw new InputError(400, "The JSON has too many arrays, objects or keys.");
    if (commas >= maxValues) {
      throw new InputError(400, `The JSON has over ${maxValues} values, the most that are taken.`);
    }
  }
}
