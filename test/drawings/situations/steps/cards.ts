import { between, type Range } from "../../chance.ts";
import { type Box, grown } from "../../picture/Picture.ts";
import { within } from "../../picture/placed.ts";
import { ellipse, halfPlane, paintShape, rectangle } from "../../picture/shapes.ts";
import { askewBy, type Colours, choose, type Step } from "../Scene.ts";

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
export function card(colours: Colours, { share, aspect, shadow, ...lying }: Card): Step {
  const { astray = 0.4, askew = 0, radius = 0 } = lying;
  return (scene) => {
    const { random, picture, area } = scene;
    const part = between(random, share);
    const height = area.height * part;
    const width = aspect ? Math.min(height * aspect, area.width) : area.width * part;
    const box = within(area, width, height, astray, random);
    const turn = askewBy(random, askew);
    if (shadow) {
      const below = { ...box, top: box.top + shadow.soft / 4 };
      paintShape(picture, rectangle(below, { turn }), [0, 0, 0], shadow);
    }
    paintShape(picture, rectangle(box, { turn, radius }), choose(random, colours));
    const lost = Math.abs(Math.sin(turn)) * Math.max(width, height);
    return { ...scene, area: grown(box, -lost / 2) };
  };
}

/** A round card, plate or button. */
export function disc(colours: Colours, share: Range): Step {
  return (scene) => {
    const { random, picture, area } = scene;
    const side = Math.min(area.width, area.height) * between(random, share);
    const box = within(area, side, side, 0.4, random);
    paintShape(picture, ellipse(box), choose(random, colours));
    return { ...scene, area: grown(box, -side * OUT_OF_CIRCLE) };
  };
}

/** What a circle's box has on each side beyond the square in the circle, as a share of its side. */
export const OUT_OF_CIRCLE = (1 - Math.SQRT1_2) / 2;

/** Degrees that a desk's edge runs askew. */
const SLANT = 9;

/** The sides of a picture, clockwise. */
const SIDES = ["left", "top", "right", "bottom"] as const;
export type Side = (typeof SIDES)[number];

/** A desk or the next sheet along a side, at a slant; what comes next goes beside it. */
export function along(colours: Colours, share: Range): Step {
  return (scene) => {
    const { random, picture, area } = scene;
    const quarter = Math.floor(SIDES.length * random());
    const part = between(random, share);
    const slant = askewBy(random, SLANT);
    const rest = beside(area, SIDES[quarter], part);
    const edge: [number, number] = [
      quarter === 2 ? rest.left + rest.width : rest.left + (quarter % 2) * (rest.width / 2),
      quarter === 3 ? rest.top + rest.height : rest.top + ((quarter + 1) % 2) * (rest.height / 2),
    ];
    const turn = (Math.PI / 2) * (quarter - 1) + slant;
    paintShape(picture, halfPlane(picture, edge, turn), choose(random, colours));
    return { ...scene, area: beside(area, SIDES[quarter], part + Math.abs(Math.tan(slant)) / 2) };
  };
}

/** A bar along a side: of an app, a window, a scanner. What comes next goes beside it. */
export function bar(colours: Colours, side: Side, share: Range): Step {
  return (scene) => {
    const { random, picture, area } = scene;
    const part = between(random, share);
    const opposite = SIDES[(SIDES.indexOf(side) + 2) % SIDES.length];
    paintShape(picture, rectangle(beside(area, opposite, 1 - part)), choose(random, colours));
    return { ...scene, area: beside(area, side, part) };
  };
}

/** What is left of an area beside a share of it along a side. */
export function beside({ left, top, width, height }: Box, side: Side, share: number): Box {
  const [x, y] = [width * share, height * share];
  if (side === "left") return { left: left + x, top, width: width - x, height };
  if (side === "top") return { left, top: top + y, width, height: height - y };
  if (side === "right") return { left, top, width: width - x, height };
  return { left, top, width, height: height - y };
}
