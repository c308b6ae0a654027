import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { listFiles } from "../files/listFiles.ts";

/** Sizes in bytes. */
export interface Sizes {
  /** The archive. */
  packed: number;
  /** What it unpacks to. */
  unpacked: number;
  /** Of these the page and the API's description, which only a server sends. */
  assets: number;
  /** What it adds to a Worker that imports createApp with kernels and weights, each gzipped. */
  embedded: number;
}

/** Measures a package. */
export async function measure(archive: string, folder: string): Promise<Sizes> {
  const sizes = listFiles(folder).map((path) => ({
    path,
    size: statSync(join(folder, path)).size,
  }));
  const sum = (files: typeof sizes) => files.reduce((total, { size }) => total + size, 0);
  return {
    packed: statSync(archive).size,
    unpacked: sum(sizes),
    assets: sum(sizes.filter(({ path }) => path.startsWith("assets/"))),
    embedded: await embeddedSize(folder),
  };
}

/** The package's own part: an embedder has Hono already. */
async function embeddedSize(folder: string): Promise<number> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(folder, "index.js")],
    bundle: true,
    minify: true,
    format: "esm",
    external: ["hono"],
    write: false,
  });
  const parts = ["kernels.wasm", "mnist-classifier.bin"].map((name) =>
    readFileSync(join(folder, name)),
  );
  return [outputFiles[0].contents, ...parts].reduce(
    (total, bytes) => total + gzipSync(bytes).length,
    0,
  );
}

/** The sizes in words. */
export async function report(archive: string, folder: string): Promise<string> {
  const { packed, unpacked, assets, embedded } = await measure(archive, folder);
  return [
    `package: ${archive}, ${kib(packed)}; unpacked ${kib(unpacked)}, of which assets ${kib(assets)}`,
    `package: createApp with kernels and weights, minified and gzipped without Hono: ${kib(embedded)}`,
  ].join("\n");
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
