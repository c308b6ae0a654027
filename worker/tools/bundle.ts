/**
 * `npm run bundle`: the deployable Worker into dist/, and a configuration with which workerd
 * itself serves it.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "smol-toml";
import { doorVars } from "../doors.ts";
import { infoVars } from "../info.ts";
import { limitVars } from "../limits.ts";
import { bundledModules, DIST } from "./modules.ts";
import { runWrangler } from "./run.ts";

// wrangler leaves in place what an earlier bundle had.
rmSync(DIST, { recursive: true, force: true });
const { code, stopped } = await runWrangler(["deploy", "--dry-run", "--outdir", DIST]);
if (code !== 0 || stopped) process.exit(code || 1);

const modules = bundledModules();
writeFileSync(join(DIST, "workerd.capnp"), workerdConfig());
for (const { name } of modules) {
  const bytes = readFileSync(join(DIST, name));
  console.log(`${name}: ${bytes.length} bytes, gzip ${gzipSync(bytes).length}`);
}

/**
 * What `workerd serve` needs; serve.ts gives the address. Vars that wrangler.toml leaves out come
 * from the environment.
 */
function workerdConfig(): string {
  const config = parse(readFileSync("wrangler.toml", "utf8"));
  const {
    compatibility_date,
    assets,
    vars = {},
  } = config as {
    compatibility_date: string;
    assets: { directory: string };
    vars?: Record<string, unknown>;
  };
  const given = Object.entries(vars);
  const known = [...Object.keys({ ...limitVars, ...infoVars }), ...doorVars, "DEBUG"];
  const open = known.filter((name) => !(name in vars));
  const bindings = [
    ...given.map(([name, value]) => `(name = "${name}", json = ${quote(JSON.stringify(value))})`),
    ...open.map((name) => `(name = "${name}", fromEnvironment = "${name}")`),
    '(name = "ASSETS", service = "assets")',
  ];
  const embedded = modules.map(
    ({ name, kind }) => `(name = "./${name}", ${kind.workerd} = embed "${name}")`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "assets", disk = (path = ${quote(assets.directory)})),
  ],
  sockets = [ (name = "http", http = (), service = "main") ],
);

const main :Workerd.Worker = (
  modules = [
    ${embedded.join(",\n    ")}
  ],
  bindings = [
    ${bindings.join(",\n    ")}
  ],
  compatibilityDate = "${compatibility_date}",
);
`;
}

/** A text in Cap'n Proto's notation, whose escapes are among JSON's. */
function quote(text: string): string {
  return JSON.stringify(text);
}
