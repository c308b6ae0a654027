/**
 * `npm run bundle`: the deployable Worker into dist/, and a configuration with which workerd
 * itself serves it.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundledModules, DIST } from "./modules.ts";
import { runWrangler } from "./run.ts";
import { quote, workerdConfig, wranglerConfig } from "./workerdConfig.ts";
import { printBuild } from "./wranglerOutput.ts";

// wrangler leaves in place what an earlier bundle had.
rmSync(DIST, { recursive: true, force: true });
const dryRun = ["deploy", "--dry-run", "--env=", "--outdir", DIST];
// Its errors are on standard error, and the sizes follow below.
const { code, stopped } = await runWrangler(dryRun, printBuild);
if (code !== 0 || stopped) process.exit(code || 1);

const folder = `disk = (path = ${quote(wranglerConfig().assets.directory)})`;
writeFileSync(join(DIST, "workerd.capnp"), workerdConfig(folder));
for (const { name } of bundledModules()) {
  const bytes = readFileSync(join(DIST, name));
  console.log(`${name}: ${bytes.length} bytes, gzip ${gzipSync(bytes).length}`);
}
