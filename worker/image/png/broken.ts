import { InputError } from "../../errors/InputError.ts";

/**
 * The refusal of a file that is a PNG but not a whole and legal one.
 *
 * @param what is wrong, as a clause
 */
export function broken(what: string): InputError {
  return new InputError(400, `The PNG is broken: ${what}. Save or export it again.`);
}
