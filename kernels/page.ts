/**
 * The page's WebAssembly module: the net, each of its kernels by itself, those that find and draw a digit, and the
 * numbers that those who fill its memory need. The browser decodes the page's pictures.
 */

export { drawDigit } from "./form/drawDigit";
export { convPool } from "./net/convPool";
export { relu, toFloats } from "./net/elementwise";
export { ROW } from "./net/layout";
export { linear, OUTPUT_TILE } from "./net/linear";
export * from "./net/net";
export { pairChannels, pairPixels } from "./net/pairs";
export { unpackLinear } from "./net/unpack";
export { contrasts } from "./picture/contrast";
export { mix } from "./picture/grey";
export { composite, isDrawnBright } from "./plane/composite";
export { halve } from "./plane/halve";
export { histogram, mapBox, mapLevels } from "./plane/levels";
export { findRuns } from "./plane/runs";
export { VECTOR } from "./vector";
