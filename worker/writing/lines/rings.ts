import type { Components } from "../shapes/label.ts";
import { isOpen } from "../shapes/roles.ts";
import { type Shape, shapeOf } from "../shapes/Shape.ts";

/** A ring's hole has this share of its width and height … */
const HOLE = 0.6;

/** … and what is written in it this share of its height, more than grain in a 0 has. */
const WRITTEN = 0.12;

/** The shapes that go around others: circles and frames, however many digits are in them. */
export function ringsAmong(shapes: Shape[], of: Components): Set<Shape> {
  const byComponent = new Map(shapes.map((shape) => [shape.component, shape]));
  const rings = new Set<Shape>();
  for (const { component, box } of shapes) {
    const hole = of.parent[component];
    const ring = isOpen(of, hole) ? undefined : byComponent.get(of.parent[hole]);
    if (!ring || box.height < WRITTEN * ring.box.height) continue;
    const { width, height } = shapeOf(of, hole).box;
    if (width >= HOLE * ring.box.width && height >= HOLE * ring.box.height) rings.add(ring);
  }
  return rings;
}
