import { readFileSync } from "node:fs";
import { basename, extname, relative } from "node:path";
import type { StaticFile } from "../StaticFile.ts";

/** The page's folder, from the project's on. */
const PAGE = "worker/site/page";

/** The language of its scripts. */
const TARGET = "es2023";

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
    target: TARGET,
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
  const { minifySync } = await import("rolldown/utils");
  return [
    ...outputFiles.map(({ path, contents, text }) => {
      const file = { path: relative(PAGE, path), lasting: true };
      if (extname(path) !== ".js") return { ...file, bytes: contents };
      // The names that Oxc gives recur more than esbuild's: scripts are 3 % shorter, gzipped.
      const { code, errors } = minifySync(path, text, { compress: { target: TARGET } });
      if (errors.length > 0) throw new Error(`${file.path} is not minified: ${errors[0].message}`);
      return { ...file, bytes: Buffer.from(code) };
    }),
    { path: "index.html", bytes: new TextEncoder().encode(page) },
  ];
}
