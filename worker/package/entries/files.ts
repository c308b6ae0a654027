import type { AssetFiles } from "../../adapters/files.ts";
import type { ClassifierFiles } from "../../classifier/fetchClassifier.ts";

// Where the files lie in the package, whose modules are all in its root. Written out in full each
// time, because this is how bundlers see that a module needs a file.

/** What to do where one of the files is not there. */
export const WHERE_MISSING =
  "If this is a bundle, ship the package's file beside it, or see Bundled in the package's README.";

/**
 * The package's kernels and weights.
 *
 * @throws Error in a bundle that is not an ES module
 */
export function classifierFiles(): ClassifierFiles {
  needModule(import.meta.url);
  return {
    kernels: new URL("./kernels.wasm", import.meta.url),
    weights: new URL("./mnist-classifier.bin", import.meta.url),
  };
}

/**
 * The package's libjpeg-turbo.
 *
 * @throws Error in a bundle that is not an ES module
 */
export function jpegTurboFile(): URL {
  needModule(import.meta.url);
  return new URL("./jpeg-turbo.wasm", import.meta.url);
}

/**
 * What a worker thread of the terminal command runs.
 *
 * @throws Error in a bundle that is not an ES module
 */
export function jobThreadFile(): URL {
  needModule(import.meta.url);
  return new URL("./job-thread.js", import.meta.url);
}

/**
 * The package's page.
 *
 * @throws Error in a bundle that is not an ES module
 */
export function assetFiles(): AssetFiles {
  needModule(import.meta.url);
  return {
    list: new URL("./assets.json", import.meta.url),
    folder: new URL("./assets/", import.meta.url),
  };
}

/** Bundlers leave import.meta empty in CommonJS and in scripts. */
function needModule(url: string | undefined): void {
  if (url) return;
  throw new Error(
    "This bundle is not an ES module, and cannot tell where its files are. Bundle it with the format " +
      "esm, or see Bundled in the package's README.",
  );
}
