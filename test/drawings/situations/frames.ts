import { between, type Range } from "../chance.ts";
import { within } from "./grounds.ts";
import { type Colours, choose, type Step } from "./Scene.ts";
import { ellipse, grown, outline, paintShape, rectangle } from "./shapes.ts";

/** A frame around the digit. */
export interface Frame {
  /** Its sides as shares of the area's shorter. */
  share: Range;
  shape?: "box" | "circle" | "rounded";
  /** Pixels across its line. */
  line?: number;
  /** Its width to its height. */
  aspect?: number;
  /** How far off the middle it may lie: 0 not at all, 1 up to the edge. */
  astray?: number;
  /** Degrees that it may lie askew, to either side. */
  askew?: number;
  /** How many there are, one in the other. */
  rings?: number;
}

/** The share of a circle's sides that the box in it has, nearly. */
const IN_CIRCLE = 0.75;

/** Draws a frame; what comes next goes into it. */
export function frame(colours: Colours, { share, ...particulars }: Frame): Step {
  const { shape = "box", line = 2, aspect = 1, rings = 1 } = particulars;
  const { astray = 0.3, askew = 0 } = particulars;
  return (scene) => {
    const { random, picture, area } = scene;
    const colour = choose(random, colours);
    const height = Math.min(area.height, area.width / aspect) * between(random, share);
    const box = within(area, height * aspect, height, astray, random);
    const turn = (Math.PI / 180) * between(random, [-askew, askew]);
    const radius = shape === "rounded" ? height / 8 : 0;
    for (let ring = 0; ring < rings; ring++) {
      const place = grown(box, -3 * line * ring);
      const edge = shape === "circle" ? ellipse(place) : rectangle(place, { turn, radius });
      paintShape(picture, outline(edge, line), colour);
    }
    const lost = shape === "circle" ? (height * (1 - IN_CIRCLE)) / 2 : 0;
    return { ...scene, area: grown(box, -lost - line * (3 * rings - 2)) };
  };
}
