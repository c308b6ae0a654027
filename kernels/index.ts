/** The WebAssembly module: the net, and each kernel by itself. */

export { convPool } from "./net/convPool";
export { relu, toFloats } from "./net/elementwise";
export { linear } from "./net/linear";
export * from "./net/net";
export { pairChannels, pairPixels } from "./net/pairs";
export { unpackLinear } from "./net/unpack";
