/** The WebAssembly module: what the page's has, the net's kernels by themselves, and the kernels that decode PNGs. */

export { convPool } from "./net/convPool";
export { relu, toFloats } from "./net/elementwise";
export { ROW } from "./net/layout";
export { linear, OUTPUT_TILE } from "./net/linear";
export * from "./net/net";
export { pairChannels, pairPixels } from "./net/pairs";
export { unpackLinear } from "./net/unpack";
export * from "./page";
export { adler32 } from "./picture/adler32";
export { addPass, addRow, addValues, means } from "./picture/average";
export { takeAlpha } from "./picture/grey";
export { place } from "./picture/place";
export { addAlpha, highBytes, lookUp } from "./picture/samples";
export { unfilter } from "./picture/unfilter";
