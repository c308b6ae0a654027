import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bindClassifier, type Classifier } from "../classifier/classifier.ts";
import type { ClassifierFiles } from "../classifier/fetchClassifier.ts";
import { bindJpegDecoder, type JpegDecoder } from "../image/jpeg/bindJpegDecoder.ts";
import type { Assets } from "../site/assets.ts";
import { assetFiles, classifierFiles, jpegTurboFile, WHERE_MISSING } from "./files.ts";

/**
 * The classifier in Node, Deno and Bun: reads kernels and weights once.
 *
 * @param files others than the project's own, as file: URLs
 * @throws Error if a file is not there
 * @example
 * ```ts
 * const classifier = await createClassifier();
 * const { digit, probability } = classifyImage(await readFile("7.png"), classifier);
 * ```
 */
export async function createClassifier(
  files: ClassifierFiles = classifierFiles(),
): Promise<Classifier> {
  const [kernels, weights] = await Promise.all([read(files.kernels), read(files.weights)]);
  return bindClassifier({ kernels: await WebAssembly.compile(kernels), weights });
}

/**
 * The JPEG decoder in Node, Deno and Bun: reads libjpeg-turbo once.
 *
 * @param file another than the project's own, as a file: URL
 * @throws Error if the file is not there
 * @example
 * ```ts
 * const decodeJpeg = await createJpegDecoder();
 * const { digit } = classifyImage(await readFile("7.jpg"), classifier, { decodeJpeg });
 * ```
 */
export async function createJpegDecoder(file: URL = jpegTurboFile()): Promise<JpegDecoder> {
  return bindJpegDecoder(await WebAssembly.compile(await read(file)));
}

/**
 * The drawing page's files, read from the disk as they are asked for: what createApp takes as
 * `assets`.
 *
 * @throws Error if there are none
 * @example
 * ```ts
 * const app = createApp({ classifier: await createClassifier(), assets: await nodeAssets() });
 * ```
 */
export async function nodeAssets(): Promise<Assets> {
  const { list, folder } = assetFiles();
  return {
    list: JSON.parse(new TextDecoder().decode(await read(list))),
    read: async (path) => new Response(await read(new URL(path, folder))),
  };
}

async function read(file: URL): Promise<ArrayBuffer> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new Error(`${fileURLToPath(file)} is missing. ${WHERE_MISSING}`);
  });
  return new Uint8Array(bytes).buffer;
}
