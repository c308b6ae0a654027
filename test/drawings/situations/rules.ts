import { between, type Range } from "../chance.ts";
import { type Colours, choose, type Step } from "./Scene.ts";
import { halfPlane, outline, paintShape } from "./shapes.ts";

/** Printed lines on paper. */
export interface Rules {
  /** How many there are over the area. */
  count: Range;
  /** Pixels across a line. */
  line?: number;
  /** Degrees that the paper may lie askew, to either side. */
  askew?: number;
}

/** Draws rules across the picture. */
export function rules(colours: Colours, printed: Rules): Step {
  return (scene) => draw(scene, colours, printed, [0]);
}

/** Draws squares over the picture. */
export function squares(colours: Colours, printed: Rules): Step {
  return (scene) => draw(scene, colours, printed, [0, Math.PI / 2]);
}

/** Draws one line along a side, at a share of the picture; what comes next goes beside it. */
export function margin(colours: Colours, share: Range, at: "left" | "right" = "left"): Step {
  return (scene) => {
    const { random, picture, area } = scene;
    const part = between(random, share);
    const x = area.left + area.width * (at === "left" ? part : 1 - part);
    const turn = Math.PI / 2 + between(random, [-0.01, 0.01]);
    const line = outline(halfPlane(picture, [x, area.top + area.height / 2], turn), 1.5);
    paintShape(picture, line, choose(random, colours));
    const lost = area.width * part;
    const left = at === "left" ? area.left + lost : area.left;
    return { ...scene, area: { ...area, left, width: area.width - lost } };
  };
}

function draw(
  scene: Parameters<Step>[0],
  colours: Colours,
  { count, line = 1, askew = 1 }: Rules,
  turns: number[],
): ReturnType<Step> {
  const { random, picture } = scene;
  const colour = choose(random, colours);
  const step = picture.height / between(random, count);
  const phase = step * random();
  const tilt = (Math.PI / 180) * between(random, [-askew, askew]);
  for (const turn of turns) {
    const base = halfPlane(picture, [picture.width / 2, picture.height / 2 + phase], turn + tilt);
    const lines = {
      bounds: base.bounds,
      depth: (x: number, y: number) => {
        const place = base.depth(x, y) / step;
        return line / 2 - step * Math.abs(place - Math.round(place));
      },
    };
    paintShape(picture, lines, colour);
  }
  return scene;
}
