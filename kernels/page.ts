/**
 * The page's WebAssembly module: the net, the kernels that find and draw a digit, and the numbers that those
 * who fill its memory need. The browser decodes the page's pictures.
 */

export { drawDigit } from "./form/drawDigit";
export { measure } from "./form/measure";
export { strayShare } from "./form/strayShare";
export { forward, logits, parameters, parametersEnd, pixels, pool2, unpack } from "./net/net";
export { contrasts } from "./picture/contrast";
export { mix } from "./picture/grey";
export { composite, isDrawnBright } from "./plane/composite";
export { evenLight } from "./plane/evenLight";
export { histogram, mapLevels } from "./plane/levels";
export { reduce } from "./plane/reduce";
export { findRuns } from "./plane/runs";
export { VECTOR } from "./vector";
