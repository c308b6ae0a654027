/**
 * Makes the static files that the service has beside its answers: the page, the API's descriptions
 * and the page that shows them, in build/assets/, with build/assets.json as their list. Does nothing
 * where nothing has changed that they are made of.
 *
 * `node worker/commands/build/buildAssets.ts`
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
import { dirname, extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { AssetList } from "../../site/assets.ts";
import type { StaticFile } from "../../site/StaticFile.ts";

/** The project's folder, from which all paths here are. */
process.chdir(join(import.meta.dirname, "..", "..", ".."));

const OUTPUT = "build/assets";
const LIST = "build/assets.json";
/** Holds the digest of what the files were made from. */
const STAMP = "build/assets.sha512";

/** What they are made from: files, and folders with all that is in them. */
const INPUTS = [
  "package-lock.json",
  "README.md",
  "weights/README.md",
  "samples/7.png",
  "build/kernels.wasm",
  "build/mnist-classifier.bin",
  "worker",
];

/** The documents that the page links to, which go along as they are. */
const DOCUMENTS = ["README.md", "weights/README.md"];

const TYPES: Readonly<Record<string, string>> = {
  ".bin": "application/octet-stream",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const digest = digestOf(INPUTS.flatMap(filesIn));
if (isUpToDate()) {
  console.log("assets: build/assets/ is up to date");
} else {
  const page = await pageFiles();
  put([...page, ...(await otherFiles())]);
  replace(STAMP, digest);
  const size = page.reduce((total, { bytes }) => total + gzipSync(bytes).length, 0);
  console.log(`assets: build/assets/ made; the page is ${size} bytes gzipped`);
}

function isUpToDate(): boolean {
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== digest || !existsSync(LIST)) {
    return false;
  }
  const paths = Object.keys(JSON.parse(readFileSync(LIST, "utf8")));
  return paths.every((path) => existsSync(join(OUTPUT, path)));
}

function filesIn(path: string): string[] {
  if (extname(path)) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digestOf(files: string[]): string {
  const hash = createHash("sha512");
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

async function pageFiles(): Promise<StaticFile[]> {
  const { bundlePage } = await import("../../site/page/bundle.ts");
  return bundlePage();
}

async function otherFiles(): Promise<StaticFile[]> {
  const { docsFiles } = await import("../../site/docs/files.ts");
  const { createClassifier } = await import("../../adapters/node.ts");
  const { createApp } = await import("../../app.ts");
  const { describeApi } = await import("../../site/openapi/document.ts");
  const { toSwagger2 } = await import("../../site/openapi/swagger2.ts");
  const openApi = await describeApi(createApp({ classifier: await createClassifier() }));
  const json = (path: string, value: object) => ({
    path,
    bytes: new TextEncoder().encode(JSON.stringify(value)),
  });
  return [
    ...DOCUMENTS.map((path) => ({ path, bytes: readFileSync(path) })),
    ...docsFiles(),
    json("openapi.json", openApi),
    json("swagger.json", toSwagger2(openApi)),
  ];
}

/** Writes the files, their list last, and takes away what an earlier build had. */
function put(files: StaticFile[]): void {
  for (const { path, bytes } of files) replace(join(OUTPUT, path), bytes);
  const list: AssetList = Object.fromEntries(
    files.map(({ path, bytes, lasting = false }) => {
      const tag = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
      return [path, { type: TYPES[extname(path)], etag: `"${tag}"`, lasting }];
    }),
  );
  replace(LIST, JSON.stringify(list, null, 2));
  for (const path of filesIn(OUTPUT)) {
    const name = relative(OUTPUT, path).split(sep).join("/");
    if (!(name in list)) rmSync(path, { force: true });
  }
}

/** Writes beside the file, then renames: several builds may run at once. */
function replace(path: string, content: string | Uint8Array): void {
  const temporary = `build/assets.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}
