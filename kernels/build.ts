/**
 * Compiles the kernels to build/kernels.wasm, and those of them that the page needs to build/page.wasm; does
 * nothing where neither they nor the compiler have changed since the last time.
 *
 * `node kernels/build.ts`, or `node kernels/build.ts --debug` for build/kernels.debug.wasm, which
 * asserts each kernel's preconditions: the tests run on both
 */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { digestFiles } from "../worker/files/digest.ts";
import { listFiles } from "../worker/files/listFiles.ts";
import { readIfThere } from "../worker/files/readIfThere.ts";
import { replaceFile } from "../worker/files/replaceFile.ts";

/** The project's folder, from which all paths here are. */
process.chdir(dirname(import.meta.dirname));

const { values } = parseArgs({ options: { debug: { type: "boolean", default: false } } });
const target = values.debug ? "debug" : "release";

const sources = listFiles("kernels").filter((path) => /\.(ts|json)$/.test(path));
const digest = digestFiles([
  ...sources.map((path) => `kernels/${path}`),
  "node_modules/assemblyscript/package.json",
]);
/** What each module is compiled from. */
const modules = values.debug
  ? { "build/kernels.debug": "kernels/index.ts" }
  : { "build/kernels": "kernels/index.ts", "build/page": "kernels/page.ts" };
const stale = Object.entries(modules).filter(([name]) => !isUpToDate(name));
for (const [name, entry] of stale) {
  const module = await compile(entry, `${name}.wasm`);
  replaceFile(`${name}.wasm`, module);
  replaceFile(`${name}.sha512`, digest);
  console.log(`kernels: ${name}.wasm compiled, ${module.length} bytes`);
}
if (stale.length === 0) {
  const outputs = Object.keys(modules).map((name) => `${name}.wasm`);
  console.log(`kernels: up to date: ${outputs.join(", ")}`);
}

/** Whether a module was compiled from what lies there now: a file beside it holds the digest of that. */
function isUpToDate(name: string): boolean {
  return existsSync(`${name}.wasm`) && readIfThere(`${name}.sha512`)?.toString() === digest;
}

async function compile(entry: string, output: string): Promise<Uint8Array> {
  // Loading the compiler takes longer than all the rest of a build that has nothing to compile.
  const { default: asc } = await import("assemblyscript/asc");
  let module: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [entry, "--config", "kernels/asconfig.json", "--target", target, "--outFile", output],
    {
      writeFile(_, contents) {
        module = Buffer.from(contents);
      },
    },
  );
  if (!error && module) return module;
  console.error(`kernels: compilation failed\n${stderr.toString()}`);
  process.exit(1);
}
