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
if (values.debug) await make("kernels/index.ts", "build/kernels.debug");
else {
  await make("kernels/index.ts", "build/kernels");
  await make("kernels/page.ts", "build/page");
}

/** Compiles the module that exports what the entry does, unless it stands there already. */
async function make(entry: string, name: string): Promise<void> {
  const output = `${name}.wasm`;
  /** Holds the digest of what the module was compiled from. */
  const stamp = `${name}.sha512`;
  if (existsSync(output) && readIfThere(stamp)?.toString() === digest) {
    console.log(`kernels: ${output} is up to date`);
    return;
  }
  const module = await compile(entry, output);
  replaceFile(output, module);
  replaceFile(stamp, digest);
  console.log(`kernels: ${output} compiled, ${module.length} bytes`);
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
