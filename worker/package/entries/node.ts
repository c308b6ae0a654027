/**
 * The same for Node, Deno and Bun, with a classifier that finds its files by itself.
 *
 * @module
 */
export { createClassifier, createJpegDecoder, nodeAssets } from "../../adapters/node.ts";
export type { ClassifierFiles } from "../../classifier/fetchClassifier.ts";
export * from "./index.ts";
