import { type Box, type Colour, cover, grown, type Picture, type Shade, whole } from "./Picture.ts";

/** A plane shape, by how far inside it a point lies. */
export interface Shape {
  /** What holds all of it. */
  bounds: Box;
  /** Pixels from its edge, negative outside. */
  depth(x: number, y: number): number;
}

/** Pixels over which a sharp edge fades. */
const SHARP = 1;

/** Paints a shape. The edge fades over `soft` pixels, as a shadow's does. */
export function paintShape(
  picture: Picture,
  { bounds, depth }: Shape,
  colour: Colour | Shade,
  { soft = SHARP, opacity = 1 } = {},
): void {
  const { width, height } = picture;
  const left = Math.max(0, Math.floor(bounds.left - soft));
  const right = Math.min(width, Math.ceil(bounds.left + bounds.width + soft));
  const top = Math.max(0, Math.floor(bounds.top - soft));
  const bottom = Math.min(height, Math.ceil(bounds.top + bounds.height + soft));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const share = Math.min(1, Math.max(0, depth(x + 0.5, y + 0.5) / soft + 0.5));
      if (share === 0) continue;
      const paint = typeof colour === "function" ? colour(x, y) : colour;
      cover(picture, y * width + x, paint, share * opacity);
    }
  }
}

/** A rectangle, turned clockwise about its middle by `turn` radians, its corners rounded. */
export function rectangle(box: Box, { turn = 0, radius = 0 } = {}): Shape {
  const [x0, y0] = [box.left + box.width / 2, box.top + box.height / 2];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [a, b] = [box.width / 2 - radius, box.height / 2 - radius];
  const reach = turn === 0 ? 0 : Math.abs(sin) * Math.max(box.width, box.height);
  return {
    bounds: grown(box, reach),
    depth: (x, y) => {
      const u = Math.abs((x - x0) * cos + (y - y0) * sin) - a;
      const v = Math.abs((y - y0) * cos - (x - x0) * sin) - b;
      return radius - Math.hypot(Math.max(u, 0), Math.max(v, 0)) - Math.min(Math.max(u, v), 0);
    },
  };
}

/** The ellipse that fills a box; the depth is exact for a circle. */
export function ellipse(box: Box): Shape {
  const [a, b] = [box.width / 2, box.height / 2];
  const [x0, y0] = [box.left + a, box.top + b];
  return {
    bounds: box,
    depth: (x, y) => (1 - Math.hypot((x - x0) / a, (y - y0) / b)) * Math.min(a, b),
  };
}

/** What lies to one side of a line through (x0, y0), which runs at `turn` radians. */
export function halfPlane(
  picture: Pick<Picture, "width" | "height">,
  [x0, y0]: readonly [number, number],
  turn: number,
): Shape {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return {
    bounds: whole(picture),
    depth: (x, y) => (x - x0) * sin - (y - y0) * cos,
  };
}

/** The edge of a shape, as a line that is `width` pixels wide. */
export function outline({ bounds, depth }: Shape, width: number): Shape {
  return {
    bounds: grown(bounds, width / 2),
    depth: (x, y) => width / 2 - Math.abs(depth(x, y)),
  };
}
