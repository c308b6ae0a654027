/**
 * Bundles the page into build/assets/, and lists what lies there in build/assets.json; does nothing
 * where neither its sources nor the bundler have changed since the last time.
 *
 * `node worker/page/build.ts`
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import bundler from "esbuild/package.json" with { type: "json" };
import type { AssetList } from "../assets.ts";

/** The project's folder, from which all paths here are. */
process.chdir(dirname(dirname(import.meta.dirname)));

const PAGE = "worker/page/index.html";
const OUTPUT = "build/assets";
const LIST = "build/assets.json";
/** Holds what the page was made from, and the digest of that. */
const STAMP = "build/page.json";

/** The documents that the page links to, which go along as they are. */
const DOCUMENTS = ["README.md", "weights/README.md"];

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".bin": "application/octet-stream",
  ".wasm": "application/wasm",
};

/** A file to be written to build/assets/. */
interface File {
  path: string;
  bytes: Uint8Array;
  lasting: boolean;
}

if (isUpToDate()) {
  console.log("page: build/assets/ is up to date");
} else {
  const { files, inputs } = await bundle();
  put(files);
  replace(STAMP, JSON.stringify({ inputs, digest: digestOf(inputs) }));
  const size = files
    .filter(({ path }) => !DOCUMENTS.includes(path))
    .reduce((total, { bytes }) => total + gzipSync(bytes).length, 0);
  console.log(`page: build/assets/ bundled, ${size} bytes gzipped`);
}

function isUpToDate(): boolean {
  if (!existsSync(STAMP) || !existsSync(LIST)) return false;
  const { inputs, digest } = JSON.parse(readFileSync(STAMP, "utf8"));
  const paths = Object.keys(JSON.parse(readFileSync(LIST, "utf8")));
  return (
    [...inputs, ...paths.map((path) => join(OUTPUT, path))].every(existsSync) &&
    digestOf(inputs) === digest
  );
}

function digestOf(inputs: string[]): string {
  const hash = createHash("sha512").update(bundler.version);
  for (const input of inputs) hash.update(input).update(readFileSync(input));
  return hash.digest("hex");
}

async function bundle(): Promise<{ files: File[]; inputs: string[] }> {
  // Loading the bundler takes longer than all the rest of a build that has nothing to bundle.
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    entryPoints: ["main.ts", "page.css"].map((name) => join(dirname(PAGE), name)),
    outdir: OUTPUT,
    entryNames: "[name]-[hash]",
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
    names.set(basename(entryPoint ?? Object.keys(inputs)[0]), relative(OUTPUT, path));
  }
  const page = readFileSync(PAGE, "utf8").replace(/{{(.+?)}}/g, (_, source) => {
    const name = names.get(source);
    if (!name) throw new Error(`${PAGE} names ${source}, which is not part of the bundle`);
    return name;
  });
  const bundled = outputFiles.map(({ path, contents }) => ({
    path: relative(OUTPUT, path),
    bytes: contents,
    lasting: true,
  }));
  const others = [
    ...DOCUMENTS.map((path) => ({ path, bytes: readFileSync(path), lasting: false })),
    { path: "index.html", bytes: new TextEncoder().encode(page), lasting: false },
  ];
  return {
    files: [...bundled, ...others],
    inputs: [...Object.keys(metafile.inputs), ...DOCUMENTS, PAGE, "worker/page/build.ts"],
  };
}

/** Writes the files, the page last, and takes away what an earlier build had. */
function put(files: File[]): void {
  for (const { path, bytes } of files) replace(join(OUTPUT, path), bytes);
  const list: AssetList = Object.fromEntries(
    files.map(({ path, bytes, lasting }) => {
      const digest = createHash("sha256").update(bytes).digest("base64url");
      return [path, { type: TYPES[extname(path)], etag: `"${digest.slice(0, 22)}"`, lasting }];
    }),
  );
  replace(LIST, JSON.stringify(list, null, 2));
  for (const entry of readdirSync(OUTPUT, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !(relative(OUTPUT, path) in list)) rmSync(path, { force: true });
  }
}

/** Writes beside build/assets/, then renames: several builds may run at once. */
function replace(path: string, content: string | Uint8Array): void {
  const temporary = `build/page.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}
