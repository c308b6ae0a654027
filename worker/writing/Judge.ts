import type { Steps } from "./Steps.ts";

/** What the network's layers make of a digit. */
export interface Judgement {
  /** Of the dense layers: [10]. */
  logits: Float32Array;
  /**
   * Of the convolutions: [6][4][4], none below 0, in a unit of each of the six channels, about 2⁻²⁷. The dense
   * layers tell the digit from them; they are as good to tell other things by.
   */
  features: Float32Array;
}

/** What the network lends to the search, to tell writing from other things by. */
export interface Judge {
  /** @param pixels grey levels [28][28], row-major, light ink on a dark ground */
  judge(pixels: Uint8Array): Judgement;
  /** The slow steps of the search, in kernels where the network's module has them. */
  readonly steps: Steps;
}

/** Who has no network: shapes alone have to tell. */
export interface NoJudge {
  readonly judge?: undefined;
  readonly steps: Steps;
}
