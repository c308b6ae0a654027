import type { Ground } from "../ground/Ground.ts";
import type { Layer } from "../ground/layers.ts";
import type { Group } from "../shapes/groups.ts";
import type { Labelled } from "../shapes/label.ts";
import type { Evidence } from "./evidence.ts";

/** Strokes on a ground that may be what is written. */
export interface Candidate extends Group {
  ground: Ground;
  layer: Layer;
  labelled: Labelled;
  evidence: Evidence;
  /** The log-odds of being what is written, by shape and place alone. */
  shape: number;
  /** What became of it, once it has been looked at more closely. */
  judged?: {
    /** The log-odds with the judge's word. */
    score: number;
    /** What the judge was shown: grey levels [28][28]. */
    pixels: Uint8Array;
  };
}
