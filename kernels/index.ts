/**
 * The WebAssembly module: the net, each kernel by itself, those for pictures, and the numbers that those
 * who fill its memory need.
 */

export { drawDigit } from "./form/drawDigit";
export { convPool } from "./net/convPool";
export { relu, toFloats } from "./net/elementwise";
export { ROW } from "./net/layout";
export { linear, OUTPUT_TILE } from "./net/linear";
export * from "./net/net";
export { pairChannels, pairPixels } from "./net/pairs";
export { unpackLinear } from "./net/unpack";
export { adler32 } from "./picture/adler32";
export { addPass, addRow, addValues, means } from "./picture/average";
export { contrasts } from "./picture/contrast";
export { mix, takeAlpha } from "./picture/grey";
export { place } from "./picture/place";
export { addAlpha, highBytes, lookUp } from "./picture/samples";
export { unfilter } from "./picture/unfilter";
export { composite, isDrawnBright } from "./plane/composite";
export { halve } from "./plane/halve";
export { histogram, mapBox, mapLevels } from "./plane/levels";
export { findRuns } from "./plane/runs";
export { VECTOR } from "./vector";
