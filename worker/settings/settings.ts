import { doorVars } from "./access.ts";
import { infoVars } from "./info.ts";
import { limitVars } from "./limits.ts";

/** The vars and secrets that the service reads. */
export const settings: readonly string[] = [
  ...Object.keys(limitVars),
  ...doorVars,
  ...Object.keys(infoVars),
  "DEBUG",
];

/** How their names begin, where a name begins as no binding's of another kind would. */
const PREFIXES = ["MAX_", "API_", "CORS_"];

/**
 * Refuses a name that is mistyped: a door must not stay open by a slip.
 *
 * @throws Error for a name that begins as a setting's, and is none
 */
export function checkNames(vars: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(vars).find(
    (name) => PREFIXES.some((prefix) => name.startsWith(prefix)) && !settings.includes(name),
  );
  if (unknown) throw new Error(`${unknown} is no setting. There are ${settings.join(", ")}.`);
}
