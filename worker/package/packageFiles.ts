import { mkdirSync, readFileSync } from "node:fs";
import { bundleModules, thirdParty } from "./bundleModules.ts";
import { packageManifest } from "./manifest.ts";
import type { PackageFile } from "./PackageFile.ts";
import { readFolder } from "./writeFolder.ts";

/** Where the package is made. */
export const FOLDER = "build/package";

/** What others of the project's files are named in the package. */
const COPIES = {
  "kernels.wasm": "build/kernels.wasm",
  "mnist-classifier.bin": "build/mnist-classifier.bin",
  "jpeg-turbo.wasm": "node_modules/@cwasm/jpeg-turbo/jpeg-turbo.wasm",
  "assets.json": "build/assets.json",
  "README.md": "worker/package/README.md",
  LICENSE: "LICENSE",
};

/** How a Worker imports the weights, see manifest.ts. */
const WEIGHTS = 'export { default } from "./mnist-classifier.bin";\n';

/** All of the package but its type declarations, from what the rest of the build has made. */
export async function packageFiles(): Promise<PackageFile[]> {
  mkdirSync(FOLDER, { recursive: true });
  const project = JSON.parse(readFileSync("package.json", "utf8"));
  const { files, imports } = await bundleModules();
  return [
    ...files,
    packageManifest(project, imports),
    thirdParty(),
    { path: "weights.js", bytes: WEIGHTS },
    ...Object.entries(COPIES).map(([path, source]) => ({ path, bytes: readFileSync(source) })),
    ...readFolder("build/assets", "assets"),
  ];
}
