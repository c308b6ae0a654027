import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, relative, resolve } from "node:path";
import type { BuildOptions, Plugin } from "esbuild";
import type { PackageFile } from "./PackageFile.ts";

const ENTRIES = join(import.meta.dirname, "entries");
/** Where the repository's files lie; the package has another such module. */
const FILES = join(import.meta.dirname, "..", "adapters", "files.ts");
/** Nothing is written there: it is what the paths of the output are relative to. */
const OUTPUT = "build/package";

/** What the package's JavaScript is, and which packages it imports. */
export interface Bundle {
  files: PackageFile[];
  /** Of those that it imports, `hono` among them. */
  imports: Set<string>;
}

/** Node 20 runs it, and a reader finds the sources in it. */
const COMMON = {
  outdir: OUTPUT,
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  write: false,
  metafile: true,
} satisfies BuildOptions;

/** In the package all modules lie in its root, and the files that they read beside them. */
const inPackage: Plugin = {
  name: "in-package",
  setup(build) {
    build.onResolve({ filter: /\/files\.ts$/ }, ({ path, resolveDir }) =>
      join(resolveDir, path) === FILES ? { path: join(ENTRIES, "files.ts") } : undefined,
    );
    build.onResolve({ filter: /\/build\/[^/]+$|\.wasm$/ }, ({ path }) => ({
      path: `./${basename(path)}`,
      external: true,
    }));
  },
};

/** An entry that passes on another's exports imports it; bundled, they would share an empty module. */
const entriesApart: Plugin = {
  name: "entries-apart",
  setup(build) {
    build.onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ path, resolveDir }) =>
      resolveDir === ENTRIES ? { path: path.replace(/ts$/, "js"), external: true } : undefined,
    );
  },
};

/** Which zlib it is, the embedder's runtime or bundler decides, see manifest.ts. */
const zlibApart: Plugin = {
  name: "zlib-apart",
  setup(build) {
    build.onResolve({ filter: /^#zlib$/ }, ({ path }) => ({ path, external: true }));
  },
};

const require = createRequire(import.meta.url);

/**
 * upng-js and pako become part of the modules, and no more of them than is used, as in wrangler.toml: an
 * embedder's bundler would take all of them.
 */
const decoders: Plugin = {
  name: "decoders",
  setup(build) {
    build.onResolve({ filter: /^upng-js$/ }, () => ({ path: resolve("build/upng.js") }));
    build.onResolve({ filter: /^pako/ }, ({ path }) => ({
      path: /^pako(\/lib\/zlib\/inflate\.js)?$/.test(path)
        ? resolve("build/inflate.js")
        : require.resolve(path),
    }));
  },
};

/** The package's modules, a file for each entry and what they share in others. */
export async function bundleModules(): Promise<Bundle> {
  // Loading the bundler takes longer than bundling.
  const { build } = await import("esbuild");
  const [shared, alone] = await Promise.all([
    build({
      ...COMMON,
      entryPoints: {
        index: join(ENTRIES, "index.ts"),
        node: join(ENTRIES, "node.ts"),
        cli: join(ENTRIES, "cli.ts"),
        "job-thread": "worker/adapters/terminal/jobs/thread.ts",
        cloudflare: "worker/index.ts",
        classifier: join(ENTRIES, "classifier.ts"),
        "zlib-native": "worker/image/png/zlib/native.ts",
        "zlib-portable": "worker/image/png/zlib/portable.ts",
      },
      splitting: true,
      chunkNames: "shared-[hash]",
      platform: "neutral",
      packages: "external",
      external: ["cloudflare:workers", "node:*"],
      plugins: [inPackage, entriesApart, zlibApart, decoders],
    }),
    // A page without a bundler finds no other package, least of all one in CommonJS.
    build({
      ...COMMON,
      entryPoints: [join(ENTRIES, "browser.ts")],
      platform: "browser",
      minify: true,
      banner: { js: "// With upng-js and pako, see THIRD-PARTY.txt." },
      plugins: [inPackage, decoders],
    }),
  ]);
  const imports = Object.values(shared.metafile.outputs)
    .flatMap((output) => output.imports)
    .filter(({ external, path }) => external && /^[@\w]/.test(path) && !path.includes(":"))
    .map(({ path }) => nameOf(path));
  const files = [...shared.outputFiles, ...alone.outputFiles].map(({ path, text }) => ({
    path: relative(OUTPUT, path),
    bytes: text,
  }));
  return { files, imports: new Set(imports) };
}

/** What is bundled with files that are passed on, and the file that has its licence. */
const BUNDLED = [
  { name: "upng-js", licence: "LICENSE", where: "the package's modules" },
  { name: "pako", licence: "LICENSE", where: "the package's modules" },
  { name: "client-zip", licence: "LICENSE.txt", where: "the drawing page" },
];

/** The licences of what is bundled with the modules and the page, and of libjpeg-turbo. */
export function thirdParty(): PackageFile {
  const texts = BUNDLED.map(({ name, licence, where }) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
    const text = readFileSync(`node_modules/${name}/${licence}`, "utf8");
    return `${name} ${version}, parts of which are in ${where}\n\n${text.trim()}\n`;
  });
  texts.push(readFileSync("worker/image/jpeg/NOTICE.txt", "utf8"));
  return { path: "THIRD-PARTY.txt", bytes: texts.join(`\n${"-".repeat(80)}\n\n`) };
}

/** `hono` of `hono/cors`, `@scope/name` of `@scope/name/part`. */
function nameOf(path: string): string {
  return path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");
}
