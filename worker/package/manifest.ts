import type { PackageFile } from "./PackageFile.ts";

/** What the package takes over from the project's own package.json. */
export interface ProjectManifest {
  name: string;
  version: string;
  description: string;
  license: string;
  engines: Record<string, string>;
  dependencies: Record<string, string>;
}

/** What the terminal command runs. */
export const COMMAND = "cli.js";

/** Which the embedder brings: an app can be mounted only in one of the same Hono. */
const PEERS = ["hono"];

/** What is imported from where; `types` comes first, since the first that fits is taken. */
const EXPORTS = {
  ".": module("index", "package/entries/index"),
  "./node": module("node", "package/entries/node"),
  "./browser": module("browser", "package/entries/browser"),
  "./classifier": module("classifier", "package/entries/classifier"),
  "./cloudflare": module("cloudflare", "index"),
  "./kernels.wasm": { types: "./types/kernels.d.ts", default: "./kernels.wasm" },
  "./jpeg-turbo.wasm": { types: "./types/jpeg-turbo.d.ts", default: "./jpeg-turbo.wasm" },
  // wrangler tells a kind of file by its ending, which `mnist-classifier/weights` has not.
  "./weights": {
    types: "./types/weights.d.ts",
    workerd: "./weights.js",
    default: "./mnist-classifier.bin",
  },
  "./assets.json": "./assets.json",
  "./package.json": "./package.json",
};

/** What its modules import by platform, as in the project's own package.json; Deno and Bun are "node" too. */
const IMPORTS = {
  "#zlib": {
    workerd: "./zlib-native.js",
    node: "./zlib-native.js",
    default: "./zlib-portable.js",
  },
};

/**
 * The package's package.json.
 *
 * @param imports the packages that its modules import
 * @throws Error for one that the project does not depend on
 */
export function packageManifest(project: ProjectManifest, imports: Set<string>): PackageFile {
  const { name, version, description, license, engines, dependencies } = project;
  const versions = [...imports].toSorted().map((imported): [string, string] => {
    if (dependencies[imported]) return [imported, dependencies[imported]];
    throw new Error(`the package imports ${imported}, which is not in package.json's dependencies`);
  });
  const manifest = {
    name,
    version,
    description,
    keywords: ["mnist", "digits", "ocr", "webassembly", "cloudflare-workers", "hono"],
    license,
    type: "module",
    sideEffects: false,
    exports: EXPORTS,
    imports: IMPORTS,
    bin: { [name]: COMMAND },
    engines,
    dependencies: Object.fromEntries(versions.filter(([name]) => !PEERS.includes(name))),
    peerDependencies: Object.fromEntries(
      versions.filter(([name]) => PEERS.includes(name)).map(([name, at]) => [name, `^${at}`]),
    ),
  };
  return { path: "package.json", bytes: `${JSON.stringify(manifest, null, 2)}\n` };
}

function module(name: string, types: string) {
  return { types: `./types/${types}.d.ts`, default: `./${name}.js` };
}
