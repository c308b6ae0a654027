import type { ClassifierFiles } from "../classifier/fetchClassifier.ts";

/** Where the page's files are. */
export interface AssetFiles {
  /** Of assets.json. */
  list: URL;
  /** Of the folder of what is listed there, with / at its end. */
  folder: URL;
}

// In the package, worker/package/entries/files.ts stands in for these.

/** What to do where one of the files is not there. */
export const WHERE_MISSING = "In the repository, `npm run build` makes it.";

/** The kernels and weights that `npm run build` has made. */
export function classifierFiles(): ClassifierFiles {
  return {
    kernels: new URL("../../build/kernels.wasm", import.meta.url),
    weights: new URL("../../build/mnist-classifier.bin", import.meta.url),
  };
}

/** libjpeg-turbo, as its package has it. */
export function jpegTurboFile(): URL {
  return new URL("../../node_modules/@cwasm/jpeg-turbo/jpeg-turbo.wasm", import.meta.url);
}

/** What a worker thread of the terminal command runs. */
export function jobThreadFile(): URL {
  return new URL("./terminal/jobs/thread.ts", import.meta.url);
}

/** The page's files that `npm run build` has made. */
export function assetFiles(): AssetFiles {
  return {
    list: new URL("../../build/assets.json", import.meta.url),
    folder: new URL("../../build/assets/", import.meta.url),
  };
}
