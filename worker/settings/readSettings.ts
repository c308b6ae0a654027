import type { Access } from "./access.ts";
import type { Info } from "./info.ts";
import { type Limits, limitsOf } from "./limits.ts";
import type { MetricsDataset } from "./MetricsDataset.ts";
import { check, checkNames, type Setting } from "./Setting.ts";
import { table } from "./table.ts";

/** Everything that a Worker's environment sets. */
export interface Settings {
  limits: Limits;
  access: Access;
  info: Info;
  /** Whether the log's lines have the sizes of each stage. */
  debug: boolean;
  /** Takes figures, where it is given. */
  metrics: MetricsDataset | undefined;
}

/** Names of the settings that are text: vars and secrets. */
export const textSettings: readonly string[] = Object.values(table)
  .filter(({ isBinding }) => !isBinding)
  .map(({ name }) => name);

/** How the settings' names begin, where no other binding's name would. */
const PREFIXES = ["MAX_", "API_", "CORS_"];

/**
 * Reads the settings from a Worker's environment: vars, secrets and bindings.
 *
 * @throws Error for an invalid value, or a misspelt name that begins as a setting's does
 */
export function readSettings(env: Readonly<Record<string, unknown>>): Settings {
  const prefixed = Object.keys(env).filter((name) => PREFIXES.some((p) => name.startsWith(p)));
  checkNames("setting", prefixed, textSettings);

  const read = <Value>(setting: Setting<Value>): Value => {
    const value = env[setting.name] ?? undefined;
    return value === undefined ? setting.default : check(setting.name, setting, value);
  };
  return {
    limits: limitsOf(read),
    access: {
      token: read(table.token),
      rateLimiter: read(table.rateLimiter),
      clientKey: clientKey(read(table.clientHeader)),
      corsOrigins: corsOrigins(read(table.corsEnable), read(table.corsOrigins)),
    },
    info: {
      title: read(table.title),
      description: read(table.description),
      version: read(table.version),
    },
    debug: read(table.debug),
    metrics: read(table.metrics),
  };
}

/** The client as a proxy names it, which adds to a list what it has seen itself. */
function clientKey(header: string | undefined): Access["clientKey"] {
  if (header === undefined) return undefined;
  return (request) => request.headers.get(header)?.split(",").at(-1)?.trim();
}

/** CORS_ORIGINS narrows what CORS_ENABLE opens, and opens it by itself where that one is absent. */
function corsOrigins(
  isEnabled: boolean | undefined,
  origins: string[] | undefined,
): Access["corsOrigins"] {
  if (isEnabled === false) return undefined;
  return origins ?? (isEnabled ? "*" : undefined);
}
