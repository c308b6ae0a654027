/**
 * Makes the static files that the service has beside its answers: the page, the API's descriptions
 * and the page that shows them, in build/assets/, with build/assets.json as their list. Does nothing
 * where nothing has changed that they are made of.
 *
 * `node worker/commands/build/buildAssets.ts`
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { digest, digestFiles } from "../../files/digest.ts";
import { listFiles } from "../../files/listFiles.ts";
import { readIfThere } from "../../files/readIfThere.ts";
import { replaceFile } from "../../files/replaceFile.ts";
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
  "build/page.wasm",
  "build/mnist-classifier.bin",
  "worker",
];

/** The documents that the page links to, which go along as they are. */
const DOCUMENTS = ["README.md", "weights/README.md"];

/** Hexadecimal digits of an ETag, of the content's digest: 24 bits tell a file from its last version. */
const TAG_LENGTH = 6;

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

const inputs = digestFiles(INPUTS.flatMap(filesOf));
if (isUpToDate()) {
  console.log("assets: build/assets/ is up to date");
} else {
  const page = await pageFiles();
  put([...page, ...(await otherFiles())]);
  replaceFile(STAMP, inputs);
  const size = page.reduce((total, { bytes }) => total + gzipSync(bytes).length, 0);
  console.log(`assets: build/assets/ made; the page is ${size} bytes gzipped`);
}

function isUpToDate(): boolean {
  if (readIfThere(STAMP)?.toString() !== inputs || !existsSync(LIST)) return false;
  const paths = Object.keys(JSON.parse(readFileSync(LIST, "utf8")));
  return paths.every((path) => existsSync(join(OUTPUT, path)));
}

/** The file itself, or all those of a folder. */
function filesOf(path: string): string[] {
  if (extname(path)) return [path];
  // wrangler keeps its own files beside a Worker's configuration, as in worker/bulk/.
  const files = listFiles(path).filter((file) => !file.includes(".wrangler/"));
  return files.map((file) => `${path}/${file}`);
}

async function pageFiles(): Promise<StaticFile[]> {
  const { bundlePage } = await import("../../site/page/bundlePage.ts");
  return bundlePage();
}

async function otherFiles(): Promise<StaticFile[]> {
  const { docsFiles } = await import("../../site/docs/docsFiles.ts");
  const { createClassifier } = await import("../../adapters/node.ts");
  const { createApp } = await import("../../app.ts");
  const { describeApi } = await import("../../site/openapi/document.ts");
  const { toSwagger2 } = await import("../../site/openapi/swagger2.ts");
  const { thirdParty } = await import("../../package/bundleModules.ts");
  const notices = thirdParty();
  const openApi = await describeApi(createApp({ classifier: await createClassifier() }));
  const json = (path: string, value: object) => ({
    path,
    bytes: new TextEncoder().encode(JSON.stringify(value)),
  });
  return [
    ...DOCUMENTS.map((path) => ({ path, bytes: readFileSync(path) })),
    { path: notices.path, bytes: Buffer.from(notices.bytes) },
    ...docsFiles(),
    json("openapi.json", openApi),
    json("swagger.json", toSwagger2(openApi)),
  ];
}

/** Writes the files, their list last, and takes away what an earlier build had. */
function put(files: StaticFile[]): void {
  for (const { path, bytes } of files) replaceFile(join(OUTPUT, path), bytes);
  const list: AssetList = Object.fromEntries(
    files.map(({ path, bytes, lasting }) => {
      const tag = digest(bytes).slice(0, TAG_LENGTH);
      return [path, { type: TYPES[extname(path)], etag: `"${tag}"`, ...(lasting && { lasting }) }];
    }),
  );
  replaceFile(LIST, JSON.stringify(list, null, 2));
  for (const path of listFiles(OUTPUT)) {
    if (!(path in list)) rmSync(join(OUTPUT, path), { force: true });
  }
}
