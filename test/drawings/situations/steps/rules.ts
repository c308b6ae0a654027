import { between, type Range } from "../../chance.ts";
import { halfPlane, outline, paintShape, type Shape } from "../../picture/shapes.ts";
import { askewBy, type Colours, choose, type Step } from "../Scene.ts";
import { beside, type Side } from "./cards.ts";

/** Printed lines on paper. */
export interface Rules {
  /** How many there are from the picture's top to its bottom. */
  count: Range;
  /** Pixels across a line. */
  line?: number;
  /** Degrees that the paper may lie askew, to either side. */
  askew?: number;
}

/** Draws rules across the picture. */
export function rules(colours: Colours, printed: Rules): Step {
  return lines(colours, printed, [0]);
}

/** Draws squares over the picture. */
export function squares(colours: Colours, printed: Rules): Step {
  return lines(colours, printed, [0, Math.PI / 2]);
}

function lines(colours: Colours, { count, line = 1, askew = 0.6 }: Rules, turns: number[]): Step {
  return (scene) => {
    const { random, picture } = scene;
    const colour = choose(random, colours);
    const step = picture.height / between(random, count);
    const first: [number, number] = [picture.width / 2, picture.height / 2 + step * random()];
    const turn = askewBy(random, askew);
    for (const more of turns) {
      const { bounds, depth } = halfPlane(picture, first, turn + more);
      const repeated: Shape = {
        bounds,
        depth: (x, y) => {
          const place = depth(x, y) / step;
          return line / 2 - step * Math.abs(place - Math.round(place));
        },
      };
      paintShape(picture, repeated, colour);
    }
    return scene;
  };
}

/** Draws dots where squares would meet. */
export function dots(colours: Colours, { count, line = 2 }: Rules): Step {
  return (scene) => {
    const { random, picture } = scene;
    const step = picture.height / between(random, count);
    const [x0, y0] = [step * random(), step * random()];
    const off = (place: number) => place - step * Math.round(place / step);
    const grid: Shape = {
      bounds: halfPlane(picture, [0, 0], 0).bounds,
      depth: (x, y) => line / 2 - Math.hypot(off(x - x0), off(y - y0)),
    };
    paintShape(picture, grid, choose(random, colours));
    return scene;
  };
}

/** Degrees that a margin line runs askew. */
const SLANT = 0.6;

/** Draws a line along a side, from end to end; what comes next goes beside it. */
export function margin(colours: Colours, side: Side, share: Range, line = 1.5): Step {
  return (scene) => {
    const { random, picture, area } = scene;
    const rest = beside(area, side, between(random, share));
    const isLevel = side === "top" || side === "bottom";
    const through: [number, number] = [
      side === "right" ? rest.left + rest.width : rest.left,
      side === "bottom" ? rest.top + rest.height : rest.top,
    ];
    const turn = (isLevel ? 0 : Math.PI / 2) + askewBy(random, SLANT);
    const edge = outline(halfPlane(picture, through, turn), line);
    paintShape(picture, edge, choose(random, colours));
    return { ...scene, area: rest };
  };
}
