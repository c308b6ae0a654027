import { freeBytes } from "../../image/freeBytes.ts";
import type { Ground } from "../ground/Ground.ts";
import type { Layer } from "../ground/layers.ts";
import type { Labelled } from "../shapes/label.ts";

/** What stands out from a ground, parted into components: where digits are looked for. */
export interface Sheet {
  ground: Ground;
  layer: Layer;
  labelled: Labelled;
}

/** Frees what is known of a sheet that nobody looks at any more. */
export function freeSheet({ layer, labelled: { runs, components } }: Sheet): void {
  for (const known of [layer.ink.levels, ...Object.values(runs), ...Object.values(components)]) {
    if (ArrayBuffer.isView(known)) freeBytes(known);
  }
}
