import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import type { StaticFile } from "../StaticFile.ts";

/** The page's folder, from the project's on. */
const PAGE = "worker/site/page";

/**
 * Bundles the page: its scripts, its style, the kernels and the weights, each under a name with the
 * digest of its content, and index.html, which names them.
 */
export async function bundlePage(): Promise<StaticFile[]> {
  // Loading the bundler takes longer than all the rest of a build that has nothing to bundle.
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    entryPoints: ["main.ts", "page.css"].map((name) => `${PAGE}/${name}`),
    outdir: PAGE,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    splitting: true,
    assetNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    charset: "utf8",
    loader: { ".wasm": "file", ".bin": "file" },
    write: false,
    metafile: true,
  });
  // What a source has become.
  const names = new Map<string, string>();
  for (const [path, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    names.set(basename(entryPoint ?? Object.keys(inputs)[0]), relative(PAGE, path));
  }
  const indented = readFileSync(`${PAGE}/index.html`, "utf8");
  const page = indented.replace(/^ +/gm, "").replace(/{{(.+?)}}/g, (_, source) => {
    const name = names.get(source);
    if (!name) throw new Error(`${PAGE} names ${source}, which is not part of the bundle`);
    return name;
  });
  return [
    ...outputFiles.map(({ path, contents }) => ({
      path: relative(PAGE, path),
      bytes: contents,
      lasting: true,
    })),
    { path: "index.html", bytes: new TextEncoder().encode(page) },
  ];
}
