/** The WebAssembly module: the net, and each kernel by itself. */

export { conv2d } from "./conv2d";
export { linear } from "./linear";
export { maxPool2d } from "./maxPool2d";
export * from "./net";
export { relu } from "./relu";
export { splitFloats, splitPixels } from "./splitRows";
