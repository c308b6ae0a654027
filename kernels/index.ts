/** The WebAssembly module: the net, and each kernel by itself. */

export { convPool } from "./convPool";
export { relu, toFloats } from "./elementwise";
export { linear } from "./linear";
export * from "./net";
export { pairChannels, pairPixels } from "./pairs";
export { unpackLinear } from "./unpack";
