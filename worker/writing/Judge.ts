import type { Steps } from "./Steps.ts";

/** What the network lends to the search, to tell writing from other things by. */
export interface Judge {
  /**
   * What the network makes of a digit.
   *
   * @param pixels grey levels [28][28], row-major, light ink on a dark ground
   * @returns the logits [10]
   */
  logits(pixels: Uint8Array): Float32Array;
  /**
   * What the network's convolutions made of the digit that it told the logits of last.
   *
   * @returns [96], none below 0, in units of about 2⁻²⁷
   */
  features(): Float32Array;
  /** The slow steps of the search, in kernels where the network's module has them. */
  readonly steps: Steps;
}

/** Who has no network: shapes alone have to tell. */
export interface NoJudge {
  readonly logits?: undefined;
  readonly steps: Steps;
}
