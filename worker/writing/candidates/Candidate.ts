import type { Ground } from "../ground/Ground.ts";
import type { Layer } from "../ground/layers.ts";
import type { Box } from "../Plane.ts";
import type { Group } from "../shapes/groups.ts";
import type { Labelled } from "../shapes/label.ts";

/** Strokes on a ground that may be what is written. */
export interface Candidate extends Group {
  ground: Ground;
  layer: Layer;
  labelled: Labelled;
  box: Box;
  /** How much like writing it is by its shape and place, in log-odds: 0 at best. */
  shape: number;
  /** The same with the judge's word, once it has been asked. */
  score?: number;
  /** What the judge was shown, [28][28]. */
  pixels?: Uint8Array;
  width?: number;
  logit?: number;
  digit?: number;
  e?: any;
}
