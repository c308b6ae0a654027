/** The WebAssembly module: what the page's has, and the kernels that decode PNGs. */

export * from "./page";
export { adler32 } from "./picture/adler32";
export { addPass, addRow, addValues, means } from "./picture/average";
export { takeAlpha } from "./picture/grey";
export { place } from "./picture/place";
export { addAlpha, highBytes, lookUp } from "./picture/samples";
export { unfilter } from "./picture/unfilter";
