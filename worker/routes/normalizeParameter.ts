import { InputError } from "../errors.ts";
import { NORMALIZE, type Normalize } from "../image/digit.ts";

/**
 * Reads the query parameter `normalize`; a route passes `c.req.queries("normalize")`.
 *
 * @param values as often as the parameter is given
 * @returns `auto` where it is not given
 * @throws InputError 400 for another value, or several
 */
export function readNormalize(values: string[] = ["auto"]): Normalize {
  const found = NORMALIZE.find((value) => values.length === 1 && value === values[0]);
  if (found) return found;
  throw new InputError(400, `The parameter normalize is one of ${NORMALIZE.join(", ")}, once.`);
}
