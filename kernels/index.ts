/** The WebAssembly module: what the page's has, and the kernels that decode PNGs. */

export * from "./page";
export { addPass, addRow, addValues, means } from "./picture/average";
export { takeAlpha } from "./picture/grey";
export { place } from "./picture/place";
export { addAlpha, highBytes, lookUp } from "./picture/samples";
export { unfilter } from "./picture/unfilter";
