import * as v from "valibot";
import { InputError } from "../errors.ts";

/**
 * Reads a body in JSON.
 *
 * @throws InputError 400 where it is no JSON, or not what it has to be; it says where
 */
export function parseJson<Schema extends v.GenericSchema>(
  body: Uint8Array,
  schema: Schema,
): v.InferOutput<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(body));
  } catch {
    throw new InputError(400, "The body is no JSON in UTF-8.");
  }
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return result.output;
  const [{ message, expected, path }] = result.issues;
  const place = path?.map(({ key }) => String(key).slice(0, 40)).join(".") ?? "The body";
  throw new InputError(400, expected ? `${place} has to be ${expected}.` : `${place}: ${message}`);
}
