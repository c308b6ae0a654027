import type { Candidate } from "../../writing/candidates/Candidate.ts";
import { rolesOf } from "../../writing/shapes/roles.ts";

/** What the shapes of a layer are drawn in, and the names that the legend gives them. */
export const COLOURS = {
  chosen: { rgb: [20, 130, 60], name: "the candidate" },
  stroke: { rgb: [70, 120, 220], name: "other strokes" },
  edge: { rgb: [235, 140, 40], name: "along the border" },
  other: { rgb: [150, 150, 150], name: "frames, rules, specks" },
  ground: { rgb: [255, 255, 255], name: "ground" },
} as const;

/** A picture in colours: RGB, 8 bits each, row-major. */
export interface ColourPicture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The shapes of the layer in which a candidate was found, each in the colour of what it was taken for. */
export function colouredShapes({ labelled, ground, strokes }: Candidate): ColourPicture {
  const { width, height } = ground.flat;
  const { runs, components } = labelled;
  const roles = rolesOf(labelled, ground.flat);
  const colours: (keyof typeof COLOURS)[] = Array.from({ length: components.count }, (_, c) =>
    components.isInk[c] ? "other" : "ground",
  );
  for (const { component } of roles.edges) colours[component] = "edge";
  for (const { component } of roles.strokes) colours[component] = "stroke";
  for (const { component } of strokes) colours[component] = "chosen";
  const data = new Uint8Array(3 * width * height);
  for (let run = 0; run < runs.count; run++) {
    const { rgb } = COLOURS[colours[runs.component[run]]];
    for (let i = runs.start[run]; i < runs.end[run]; i++) data.set(rgb, 3 * i);
  }
  return { width, height, data };
}
