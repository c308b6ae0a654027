/**
 * The same for Node, Deno and Bun, with a classifier that finds its files by itself.
 *
 * @module
 */
export type { ClassifierFiles } from "../../adapters/files.ts";
export { createClassifier, nodeAssets } from "../../adapters/node.ts";
// Its own createClassifier gives way to the one above.
export * from "./index.ts";
