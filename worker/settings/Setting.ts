/** How a setting's value is read. */
export interface Parser<Value> {
  /** What a valid value is, to end a sentence: "a whole number, 1 or more". */
  expected: string;
  /** Returns undefined for an invalid value. */
  parse(value: unknown): Value | undefined;
  /** Whether messages must not repeat the value. */
  isSecret?: boolean;
  /** Whether it is a binding, which no text can stand for. */
  isBinding?: boolean;
}

/** A setting, as the table lists it. */
export interface Setting<Value> extends Parser<Value> {
  /** Of the var, secret or binding. */
  name: string;
  /** The value where none is given. */
  default: Value;
}

/**
 * Checks a value that is given.
 *
 * @param name what whoever gave it calls it
 * @throws Error that names it, says what was found unless that is a secret, and what is valid
 */
export function check<Value>(name: string, parser: Parser<Value>, value: unknown): Value {
  const parsed = parser.parse(value);
  if (parsed !== undefined) return parsed;
  const found = parser.isSecret ? `${name} is not valid` : `${name} is ${JSON.stringify(value)}`;
  throw new Error(`${found}. It must be ${parser.expected}.`);
}

/**
 * Refuses names that are not known, such as misspelt ones: a limit or a check must not be off by a
 * slip of the pen.
 *
 * @param what they name, in the singular
 * @throws Error that lists the known ones
 */
export function checkNames(what: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new Error(`Unknown ${what} ${unknown}. Valid ${what}s: ${known.join(", ")}.`);
}
