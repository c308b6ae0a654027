/**
 * `npm run bundle`: the deployable Worker into dist/, and a configuration with which workerd
 * itself serves it.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { runWrangler } from "./run.ts";

const dist = "dist";
const ENTRY = "index.js";

// wrangler leaves in place what an earlier bundle had.
rmSync(dist, { recursive: true, force: true });
const code = await runWrangler(["deploy", "--dry-run", "--minify", "--outdir", dist]);
if (code !== 0) process.exit(code);

const modules = readdirSync(dist)
  .map((name) => ({ name, kind: moduleKind(name) }))
  .filter(({ kind }) => kind !== undefined)
  // The first module is the one that workerd starts.
  .sort((a, b) => Number(b.name === ENTRY) - Number(a.name === ENTRY));

writeFileSync(join(dist, "workerd.capnp"), workerdConfig());
for (const { name } of modules) {
  const bytes = readFileSync(join(dist, name));
  console.log(`${name}: ${bytes.length} bytes, gzip ${gzipSync(bytes).length}`);
}

/** workerd's name for a kind of module. */
function moduleKind(file: string): string | undefined {
  if (file.endsWith(".js")) return "esModule";
  if (file.endsWith(".wasm")) return "wasm";
  if (file.endsWith(".safetensors")) return "data";
  return undefined;
}

function workerdConfig(): string {
  const date = /^compatibility_date = "(.*)"/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1];
  const list = modules.map(
    ({ name, kind }) => `    (name = "./${name}", ${kind} = embed "${name}"),`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [ (name = "main", worker = .main) ],
  sockets = [ (name = "http", address = "127.0.0.1:5000", http = (), service = "main") ],
);

const main :Workerd.Worker = (
  modules = [
${list.join("\n")}
  ],
  compatibilityDate = "${date}",
);
`;
}
