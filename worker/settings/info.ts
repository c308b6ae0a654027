import { text } from "./parsers.ts";
import { check, checkNames } from "./Setting.ts";
import { table } from "./table.ts";

/** How the service calls itself where it describes its API. */
export interface Info {
  title: string;
  description: string;
  version: string;
}

/** The names where nothing else is said. */
export const defaultInfo: Readonly<Info> = {
  title: table.title.default,
  description: table.description.default,
  version: table.version.default,
};

/**
 * The names given, and the defaults of the others.
 *
 * @throws Error for an unknown key or a value that is not a text
 */
export function completeInfo(given: Partial<Info>): Info {
  checkNames("info key", Object.keys(given), Object.keys(defaultInfo));
  const complete = { ...defaultInfo, ...given };
  for (const [name, value] of Object.entries(complete)) check(`info.${name}`, text, value);
  return complete;
}
