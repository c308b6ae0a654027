/**
 * The WebAssembly module: the net, each kernel by itself, and the numbers that those who fill its
 * memory need.
 */

export { convPool } from "./net/convPool";
export { relu, toFloats } from "./net/elementwise";
export { ROW } from "./net/layout";
export { linear, OUTPUT_TILE } from "./net/linear";
export * from "./net/net";
export { pairChannels, pairPixels } from "./net/pairs";
export { unpackLinear } from "./net/unpack";
export { VECTOR } from "./vector";
