/**
 * Compiles the kernels to build/kernels.wasm; does nothing where neither they nor the compiler
 * have changed since the last time.
 *
 * `node kernels/build.ts`
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import compiler from "assemblyscript/package.json" with { type: "json" };

const root = dirname(import.meta.dirname);
const output = join(root, "build", "kernels.wasm");
/** Holds the digest of what the module was compiled from. */
const stamp = join(root, "build", "kernels.sha512");

const digest = inputsDigest();
if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) {
  console.log("kernels: build/kernels.wasm is up to date");
} else {
  mkdirSync(dirname(output), { recursive: true });
  await compile();
  writeFileSync(stamp, digest);
  console.log(`kernels: build/kernels.wasm compiled, ${readFileSync(output).length} bytes`);
}

/** SHA-512 over the compiler's version, its options and the sources. */
function inputsDigest(): string {
  const hash = createHash("sha512").update(compiler.version);
  for (const name of readdirSync(import.meta.dirname, {
    recursive: true,
    encoding: "utf8",
  }).sort()) {
    if (!/\.(ts|json)$/.test(name)) continue;
    hash.update(name).update(readFileSync(join(import.meta.dirname, name)));
  }
  return hash.digest("hex");
}

/** Compiles beside the output, then renames: several builds may run at once. */
async function compile(): Promise<void> {
  // Loading the compiler takes longer than all the rest of a build that has nothing to compile.
  const { default: asc } = await import("assemblyscript/asc");
  const temporary = `${output}.${process.pid}`;
  const { error, stderr } = await asc.main([
    ...["--config", "kernels/asconfig.json", "--baseDir", root, "--outFile", temporary],
  ]);
  if (error) {
    console.error(`kernels: compilation failed\n${stderr.toString()}`);
    process.exit(1);
  }
  renameSync(temporary, output);
}
