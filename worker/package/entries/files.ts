import type { AssetFiles } from "../../adapters/files.ts";
import type { ClassifierFiles } from "../../classifier/fetchClassifier.ts";

// Where the files lie in the package, whose modules are all in its root. Written out in full each
// time, because this is how bundlers see that a module needs a file.

/** The package's kernels and weights. */
export function classifierFiles(): ClassifierFiles {
  return {
    kernels: new URL("./kernels.wasm", import.meta.url),
    weights: new URL("./mnist-classifier.bin", import.meta.url),
  };
}

/** The package's libjpeg-turbo. */
export function jpegTurboFile(): URL {
  return new URL("./jpeg-turbo.wasm", import.meta.url);
}

/** The package's page. */
export function assetFiles(): AssetFiles {
  return {
    list: new URL("./assets.json", import.meta.url),
    folder: new URL("./assets/", import.meta.url),
  };
}
