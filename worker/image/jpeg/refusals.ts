import { InputError } from "../../errors/InputError.ts";

/**
 * The refusal of a JPEG that is damaged or not legal.
 *
 * @param what is wrong, as a clause
 */
export function broken(what: string): InputError {
  return new InputError(400, `The JPEG is broken: ${what}. Save or export it again.`);
}

/** The refusal of a JPEG whose end is missing. */
export function cutOff(): InputError {
  return new InputError(400, "The JPEG is cut off: it ends before its EOI marker. Send all of it.");
}

/**
 * The refusal of a legal JPEG of a kind that is not decoded.
 *
 * @param kind as a predicate
 */
export function notDecoded(kind: string): InputError {
  return new InputError(
    400,
    `The JPEG ${kind}, which is not supported. Save it as a baseline JPEG in grey or RGB, or as PNG.`,
  );
}
