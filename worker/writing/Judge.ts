import type { Steps } from "./Steps.ts";

/** What the network makes of a digit. */
export interface Judgement {
  /** [10] */
  logits: Float32Array;
  /** What its convolutions make of it: [96], none below 0, in units of about 2⁻²⁷. */
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
