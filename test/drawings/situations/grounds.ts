import { between, type Range } from "../chance.ts";
import { type Box, cover, type Shade } from "./Picture.ts";
import { type Colours, choose, type Scene, type Step } from "./Scene.ts";
import { grown, halfPlane, paintShape, rectangle } from "./shapes.ts";

/** Radians a degree. */
const DEGREE = Math.PI / 180;

/** Fills the picture with one colour. */
export function fill(colours: Colours): Step {
  return (scene) => {
    const colour = choose(scene.random, colours);
    return shaded(scene, () => colour);
  };
}

/** Fills the picture with a colour that goes over into another. */
export function gradient(from: Colours, to: Colours): Step {
  return (scene) => {
    const { random, picture } = scene;
    const [a, b] = [choose(random, from), choose(random, to)];
    const turn = 2 * Math.PI * random();
    const [dx, dy] = [Math.cos(turn) / picture.width, Math.sin(turn) / picture.height];
    return shaded(scene, (x, y) => {
      const t = 0.5 + ((x - picture.width / 2) * dx + (y - picture.height / 2) * dy) / Math.SQRT2;
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
    });
  };
}

/** Fills the picture with wood: bent bands along it, `depth` grey levels deep. */
export function wood(colours: Colours, depth: number): Step {
  return (scene) => {
    const { random, picture } = scene;
    const [r, g, b] = choose(random, colours);
    const bands = between(random, [9, 16]) / picture.height;
    const [bend, phase] = [between(random, [0.4, 1.6]), 2 * Math.PI * random()];
    return shaded(scene, (x, y) => {
      const along = bend * Math.sin((2 * Math.PI * x) / picture.width + phase);
      const level = depth * Math.sin(2 * Math.PI * (bands * y + along * 0.5));
      return [clamp(r + level), clamp(g + level), clamp(b + level)];
    });
  };
}

/** A card, sheet, canvas or panel that lies on what is there. */
export interface Card {
  /** Its sides as shares of the area's. */
  share: Range;
  /** Its width to its height; by default the area's. */
  aspect?: number;
  /** How far off the middle it may lie: 0 not at all, 1 up to the edge. */
  astray?: number;
  /** Degrees that it may lie askew, to either side. */
  askew?: number;
  /** Its corners' radius in pixels. */
  radius?: number;
  /** How dark a shadow it throws, 0 … 1, and over how many pixels that fades. */
  shadow?: { opacity: number; soft: number };
}

/** Lays a card down; what comes next goes onto it. */
export function card(colours: Colours, { share, ...particulars }: Card): Step {
  const { aspect, astray = 0.4, askew = 0, radius = 0, shadow } = particulars;
  return (scene) => {
    const { random, picture, area } = scene;
    const part = between(random, share);
    const height = area.height * part;
    const width = aspect ? Math.min(height * aspect, area.width * 0.98) : area.width * part;
    const box = within(area, width, height, astray, random);
    const turn = DEGREE * between(random, [-askew, askew]);
    const shape = rectangle(box, { turn, radius });
    if (shadow) {
      const below = { ...box, top: box.top + shadow.soft / 4 };
      paintShape(picture, rectangle(below, { turn }), [0, 0, 0], shadow);
    }
    paintShape(picture, shape, choose(random, colours));
    const lost = Math.abs(Math.sin(turn)) * Math.max(width, height);
    return { ...scene, area: grown(box, -lost / 2) };
  };
}

/** A desk or the next sheet along one side, at a slant; what comes next goes beside it. */
export function side(colours: Colours, share: Range): Step {
  return (scene) => {
    const { random, picture, area } = scene;
    const quarter = Math.floor(4 * random());
    const part = between(random, share);
    const slant = DEGREE * between(random, [-9, 9]);
    const edges: [number, number][] = [
      [area.width * part, area.height / 2],
      [area.width / 2, area.height * part],
      [area.width * (1 - part), area.height / 2],
      [area.width / 2, area.height * (1 - part)],
    ];
    const [x, y] = edges[quarter];
    const edge: [number, number] = [area.left + x, area.top + y];
    const turn = (Math.PI / 2) * (quarter - 1) + slant;
    paintShape(picture, halfPlane(picture, edge, turn), choose(random, colours));
    const tip = Math.abs(Math.tan(slant)) / 2;
    return { ...scene, area: cut(area, quarter, part + tip) };
  };
}

/** A bar along one side: of an app, a window, a toolbar. What comes next goes beside it. */
export function bar(colours: Colours, at: "left" | "top" | "right" | "bottom", share: Range): Step {
  return (scene) => {
    const { random, picture, area } = scene;
    const part = between(random, share);
    const quarter = ["left", "top", "right", "bottom"].indexOf(at);
    const opposite = (quarter + 2) % 4;
    paintShape(picture, rectangle(cut(area, opposite, 1 - part)), choose(random, colours));
    return { ...scene, area: cut(area, quarter, part) };
  };
}

/** Leaves room on each side, as a share of the area. */
export function inset(share: number): Step {
  return (scene) => {
    const { width, height } = scene.area;
    return { ...scene, area: grown(scene.area, -share * Math.min(width, height)) };
  };
}

/** A box of a size in an area, off the middle by chance. */
export function within(
  area: Box,
  width: number,
  height: number,
  astray: number,
  random: () => number,
): Box {
  const off = () => 0.5 + astray * (random() - 0.5);
  const left = area.left + (area.width - width) * off();
  const top = area.top + (area.height - height) * off();
  return { left, top, width, height };
}

/** What is left of an area without a share of it at its left, top, right or bottom: 0 … 3. */
function cut({ left, top, width, height }: Box, quarter: number, share: number): Box {
  const [x, y] = [width * share, height * share];
  if (quarter === 0) return { left: left + x, top, width: width - x, height };
  if (quarter === 1) return { left, top: top + y, width, height: height - y };
  if (quarter === 2) return { left, top, width: width - x, height };
  return { left, top, width, height: height - y };
}

function shaded(scene: Scene, shade: Shade): Scene {
  const { picture } = scene;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) cover(picture, y * picture.width + x, shade(x, y), 1);
  }
  return scene;
}

function clamp(level: number): number {
  return Math.min(255, Math.max(0, level));
}
