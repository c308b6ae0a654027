import type { Ground } from "../ground/Ground.ts";
import type { Layer } from "../ground/layers.ts";
import type { Labelled } from "../shapes/label.ts";

/** What stands out from a ground, parted into components: where digits are looked for. */
export interface Sheet {
  ground: Ground;
  layer: Layer;
  labelled: Labelled;
}
