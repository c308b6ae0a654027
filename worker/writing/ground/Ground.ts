import type { Plane } from "../Plane.ts";

/** What something may be written on: the picture itself, or a card, panel or frame in another. */
export interface Ground {
  /** Its grey levels, cut out; beyond its edge they go on as they are along it. */
  flat: Plane;
  /** Where it is in the picture. */
  left: number;
  top: number;
  /** How many others it lies in. */
  depth: number;
}
