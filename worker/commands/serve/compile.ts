/**
 * `npm run compile:here`: one executable with all that is in dist/ and build/assets/, and workerd itself:
 * build/mnist-classifier. It needs glibc, and nothing else.
 *
 * `build/mnist-classifier` listens on all addresses, on the port in wrangler.toml, `--socket-addr=http=HOST:PORT`
 * changes that. The vars of wrangler.toml that it leaves out come from the environment.
 */
import { spawnSync } from "node:child_process";
import { openSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../../files/listFiles.ts";
import { DIST } from "./modules.ts";
import { workerdBinary } from "./workerd.ts";
import { quote, workerdConfig, wranglerConfig } from "./workerdConfig.ts";

const OUTPUT = "build/mnist-classifier";

const { compatibility_date, assets, dev } = wranglerConfig();
const embedded = listFiles(assets.directory).map(
  (path) => `(name = ${quote(path)}, data = embed ${quote(join("..", assets.directory, path))})`,
);

// The static files become bindings of a second Worker, which answers with them.
const script =
  "addEventListener('fetch', (event) => {" +
  "  const file = globalThis[new URL(event.request.url).pathname.slice(1)];" +
  "  event.respondWith(new Response(file, { status: file ? 200 : 404 }));" +
  "});";
const config = `${workerdConfig("worker = .assets", `*:${dev.port}`)}
const assets :Workerd.Worker = (
  serviceWorkerScript = ${quote(script)},
  bindings = [
    ${embedded.join(",\n    ")}
  ],
  compatibilityDate = "${compatibility_date}",
);
`;
const path = join(DIST, "executable.capnp");
writeFileSync(path, config);
const output = openSync(OUTPUT, "w", 0o755);
const { status } = spawnSync(workerdBinary(), ["compile", path], {
  stdio: ["ignore", output, "inherit"],
});
if (status !== 0) process.exit(status ?? 1);
console.log(`${OUTPUT}: ${(statSync(OUTPUT).size / 1e6).toFixed(0)} MB`);
