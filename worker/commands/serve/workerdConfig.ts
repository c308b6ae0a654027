import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { textSettings } from "../../settings/readSettings.ts";
import { bundledModules } from "./modules.ts";

/** What of wrangler.toml holds under workerd too. */
interface WranglerConfig {
  compatibility_date: string;
  dev: { port: number };
  assets: { directory: string };
  vars?: Record<string, unknown>;
}

/**
 * The largest old generation of V8's heap, in MiB; workerd ends when what is in use exceeds it.
 * Without a limit V8 lets a busy server grow to gigabytes. With this one, JSON of six times the
 * default MAX_BODY_BYTES is still parsed. worker/container/README.md has the measurements.
 */
const HEAP = 80;

/**
 * What the old generation may grow to before it is collected for the first time, and the largest half of the young one,
 * in MiB. What they hold outside of the heap is not counted, and piles up until they are collected.
 */
const FIRST_HEAP = 8;
const YOUNG_HEAP = 8;

export function wranglerConfig(): WranglerConfig {
  return parse(readFileSync("wrangler.toml", "utf8")) as unknown as WranglerConfig;
}

/**
 * A configuration with which workerd serves the bundle in dist/. Vars that wrangler.toml leaves out
 * come from the environment.
 *
 * @param assets the service that has the static files, in Cap'n Proto's notation
 * @param address where to listen
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp
 */
export function workerdConfig(assets: string, address = ""): string {
  const { compatibility_date, vars = {} } = wranglerConfig();
  const bindings = [
    ...Object.entries(vars).map(
      ([name, value]) => `(name = "${name}", json = ${quote(JSON.stringify(value))})`,
    ),
    ...textSettings
      .filter((name) => !(name in vars))
      .map((name) => `(name = "${name}", fromEnvironment = "${name}")`),
    '(name = "ASSETS", service = "assets")',
  ];
  const modules = bundledModules().map(
    ({ name, kind }) => `(name = "./${name}", ${kind.workerd} = embed "${name}")`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "assets", ${assets}),
  ],
  v8Flags = [
    "--max-old-space-size=${HEAP}",
    "--initial-old-space-size=${FIRST_HEAP}",
    "--max-semi-space-size=${YOUNG_HEAP}",
  ],
  sockets = [ (name = "http",${address && ` address = ${quote(address)},`} http = (), service = "main") ],
);

const main :Workerd.Worker = (
  modules = [
    ${modules.join(",\n    ")}
  ],
  bindings = [
    ${bindings.join(",\n    ")}
  ],
  compatibilityDate = "${compatibility_date}",
);
`;
}

/** A text in Cap'n Proto's notation, whose escapes are among JSON's. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
