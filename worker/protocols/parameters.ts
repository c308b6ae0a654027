import type { Context } from "hono";
import * as v from "valibot";
import { CLASSES } from "../classifier/kernels.ts";
import { InputError } from "../errors/InputError.ts";
import type { Part } from "../http/upload/multipart.ts";
import { NORMALIZE } from "../writing/toPixels.ts";

/** A number as programs write it: 3, 0.5, .5 or 1e-05. */
const decimal = v.pipe(
  v.string(),
  v.regex(/^(\d{1,9}(\.\d{0,20})?|\.\d{1,20})(e[+-]?\d{1,3})?$/i),
  v.transform(Number),
  v.number(),
);

/** The parameters that routes take in the query, or as fields of a form; each at most once. */
export const parameters = {
  /** Which images are brought to MNIST's form. */
  normalize: v.optional(
    v.message(v.picklist(NORMALIZE), `The parameter normalize is one of ${NORMALIZE.join(", ")}.`),
    "auto",
  ),
  /** How many digits are told of each image. */
  topk: v.optional(
    v.message(
      v.pipe(decimal, v.integer(), v.minValue(1), v.maxValue(CLASSES)),
      `The parameter topk is a whole number from 1 to ${CLASSES}.`,
    ),
  ),
  /** The least probability that a digit is told with. */
  threshold: v.optional(
    v.message(
      v.pipe(decimal, v.minValue(0), v.maxValue(1)),
      "The parameter threshold is a number from 0 to 1, such as 0.5.",
    ),
  ),
};

/** What holds where none is given. */
const defaults = { normalize: parameters.normalize.default, topk: undefined, threshold: undefined };

type ParameterName = keyof typeof parameters;

const decoder = new TextDecoder();

/**
 * Reads some of the parameters.
 *
 * @param fields what a multipart body has beside its images
 * @returns undefined for those that are not given
 * @throws InputError 400 for one that is given twice, or is not what it must be
 */
export function readParameters<Name extends ParameterName>(
  c: Context,
  names: readonly Name[],
  fields: Part[] = [],
): { [N in Name]: v.InferOutput<(typeof parameters)[N]> } {
  // As in most requests.
  if (fields.length === 0 && !c.req.url.includes("?")) return defaults;
  // Not Hono's query, which takes ten times as long where escapes are broken.
  const query = new URL(c.req.url).searchParams;
  const read = names.map((name) => {
    const values = [
      ...query.getAll(name),
      ...fields.filter((field) => field.name === name).map(({ data }) => decoder.decode(data)),
    ];
    if (values.length > 1) {
      throw new InputError(400, `The parameter ${name} is given more than once. Give it once.`);
    }
    const result = v.safeParse(parameters[name], values[0]);
    if (!result.success) throw new InputError(400, result.issues[0].message);
    return [name, result.output];
  });
  return Object.fromEntries(read);
}
