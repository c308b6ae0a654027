/** How the service calls itself where it describes its API. */
export interface Info {
  title: string;
  description: string;
  version: string;
}

/** package.json's version; a test holds them together, as not every runtime reads JSON. */
const VERSION = "0.1.0";

/** What holds where nothing else is said. */
export const defaultInfo: Readonly<Info> = {
  title: "mnist-classifier",
  description: "Tells which handwritten digit a picture shows.",
  version: VERSION,
};

/** The vars that `parseInfo` reads, the tutorial's settings. */
export const infoVars: Readonly<Record<string, keyof Info>> = {
  API_TITLE: "title",
  API_DESC: "description",
  API_VERSION: "version",
};

/**
 * The names that a Worker's vars give.
 *
 * @throws Error for a value that is no text
 */
export function parseInfo(vars: Readonly<Record<string, unknown>>): Partial<Info> {
  const info: Partial<Info> = {};
  for (const [name, key] of Object.entries(infoVars)) {
    const value = vars[name] ?? undefined;
    if (value === undefined) continue;
    if (typeof value !== "string" || value.trim() === "") {
      throw new Error(`${name} is ${JSON.stringify(value)}. It has to be a text.`);
    }
    info[key] = value;
  }
  return info;
}
