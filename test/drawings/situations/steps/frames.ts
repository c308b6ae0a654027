import { between, type Range } from "../../chance.ts";
import { grown } from "../../picture/Picture.ts";
import { within } from "../../picture/placed.ts";
import { ellipse, outline, paintShape, rectangle } from "../../picture/shapes.ts";
import { askewBy, type Colours, choose, type Step } from "../Scene.ts";
import { OUT_OF_CIRCLE } from "./cards.ts";

/** A frame around the digit. */
export interface Frame {
  /** Its height as a share of what there is room for. */
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

/** Between two rings, in lines. */
const RING_STEP = 3;

/** Draws a frame; what comes next goes into it. */
export function frame(colours: Colours, { share, shape = "box", ...drawn }: Frame): Step {
  const { line = 2, aspect = 1, rings = 1, astray = 0.3, askew = 0 } = drawn;
  return (scene) => {
    const { random, picture, area } = scene;
    const colour = choose(random, colours);
    const height = Math.min(area.height, area.width / aspect) * between(random, share);
    const box = within(area, height * aspect, height, astray, random);
    const turn = askewBy(random, askew);
    const radius = shape === "rounded" ? height / 8 : 0;
    for (let ring = 0; ring < rings; ring++) {
      const place = grown(box, -RING_STEP * line * ring);
      const edge = shape === "circle" ? ellipse(place) : rectangle(place, { turn, radius });
      paintShape(picture, outline(edge, line), colour);
    }
    const lost = shape === "circle" ? height * OUT_OF_CIRCLE : 0;
    return { ...scene, area: grown(box, -lost - line * (RING_STEP * (rings - 1) + 1)) };
  };
}

/** Boxes in a row that touch, as forms have them: what comes next goes into one of them. */
export function comb(colours: Colours, boxes: number): Step {
  return (scene) => {
    const { random, picture, area } = scene;
    const colour = choose(random, colours);
    const side = (area.width * 0.92) / boxes;
    const row = within(area, side * boxes, side * 1.2, 0.3, random);
    const places = Array.from({ length: boxes }, (_, i) => ({
      ...row,
      left: row.left + i * side,
      width: side,
    }));
    for (const place of places) paintShape(picture, outline(rectangle(place), 2), colour);
    return { ...scene, area: grown(places[Math.floor(boxes * random())], -3) };
  };
}

/** Four corners, as a scanner's window shows them; what comes next goes between them. */
export function corners(colours: Colours, share: Range): Step {
  return (scene) => {
    const { random, picture, area } = scene;
    const colour = choose(random, colours);
    const side = Math.min(area.width, area.height) * between(random, share);
    const box = within(area, side, side, 0.2, random);
    const [arm, line] = [side * 0.14, 3];
    for (const [u, v] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]) {
      const [x, y] = [box.left + u * side, box.top + v * side];
      const [left, top] = [x - u * arm, y - v * arm];
      const across = { left, top: y - line / 2, width: arm, height: line };
      const down = { left: x - line / 2, top, width: line, height: arm };
      for (const bar of [across, down]) paintShape(picture, rectangle(bar), colour);
    }
    return { ...scene, area: grown(box, -side * 0.1) };
  };
}
