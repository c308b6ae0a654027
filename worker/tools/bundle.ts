/**
 * `npm run bundle`: the deployable Worker into dist/, and a configuration with which workerd
 * itself serves it.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
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

/** What `workerd serve` needs; serve.ts gives the address. */
function workerdConfig(): string {
  const date = /^compatibility_date = "(.*)"/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1];
  const list = modules.map(
    ({ name, kind }) => `    (name = "./${name}", ${kind.workerd} = embed "${name}"),`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [ (name = "main", worker = .main) ],
  sockets = [ (name = "http", http = (), service = "main") ],
);

const main :Workerd.Worker = (
  modules = [
${list.join("\n")}
  ],
  compatibilityDate = "${date}",
);
`;
}
