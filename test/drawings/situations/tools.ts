import type { Point } from "../../../samples/digits.ts";
import { between, type Range } from "../chance.ts";
import { ink, type Tip } from "../strokes.ts";
import { within } from "./grounds.ts";
import { type Box, coverInk } from "./Picture.ts";
import { type Colours, choose, type Scene, type Step } from "./Scene.ts";

/** What a digit is written with, and how large. */
export interface Pen {
  /** The line's width as a share of the digit's height. */
  line?: Range;
  /** The line's least width in pixels. */
  least?: number;
  /** The digit's height as a share of the area's. */
  size?: Range;
  /** How far off the middle it may be: 0 not at all, 1 up to the edge. */
  astray?: number;
  /** Degrees that the digit leans or is turned, to either side. */
  turn?: number;
  tip?: Tip;
  /** Lengths of a dash and of a gap, in widths of the line. */
  dash?: readonly [on: number, off: number];
  /** The share of the line's pixels that its grain leaves bare. */
  bare?: number;
  /** How far a glow reaches around the line, in widths of it. */
  glow?: number;
}

/** Layers of a glow, the outer first, and how much of its colour each has. */
const GLOW_LAYERS = 4;
const GLOW_OPACITY = 0.16;

/** Pixels that stay free between a line and the area's edge. */
const CLEARANCE = 1;

/** Writes the digit. */
export function pen(colours: Colours, particulars: Pen = {}): Step {
  const { line = [0.07, 0.12], least = 1.5, size = [0.5, 0.75], astray = 0.4 } = particulars;
  const { turn = 0, tip = "round", dash, bare = 0, glow = 0 } = particulars;
  return (scene) => {
    const { random, picture, area } = scene;
    const strokes = turned(scene.strokes, (Math.PI / 180) * between(random, [-turn, turn]));
    const share = between(random, line);
    const { lines, box, width } = place(
      strokes,
      area,
      between(random, size),
      share,
      least,
      astray,
      random,
    );
    const colour = choose(random, colours);
    const drawn = dash ? lines.flatMap((points) => dashes(points, dash, width)) : lines;
    for (let layer = GLOW_LAYERS; glow > 0 && layer > 0; layer--) {
      const wider = width * (1 + (2 * glow * layer) / GLOW_LAYERS);
      const halo = ink(picture.width, picture.height, drawn, { width: wider, tip });
      coverInk(picture, halo, colour, GLOW_OPACITY);
    }
    const coverage = ink(picture.width, picture.height, drawn, { width, tip });
    if (bare > 0)
      coverage.ink.forEach((value, i) => {
        if (value > 0 && random() < bare) coverage.ink[i] = value * 0.3;
      });
    coverInk(picture, coverage, colour);
    return { ...scene, ink: box };
  };
}

/** A line under the digit, by the same pen; `away` and `over` are shares of the digit's height. */
export function underline(colours: Colours, away: Range, over: Range): Step {
  return (scene) => {
    const { random, picture, ink: box } = scene;
    const y = box.top + box.height * (1 + between(random, away));
    const [left, right] = [0, 0].map(() => box.height * between(random, over));
    const slope = between(random, [-0.02, 0.02]) * box.height;
    const ends: Point[] = [
      [box.left - left, y - slope],
      [box.left + box.width + right, y + slope],
    ];
    const width = Math.max(1.5, box.height * between(random, [0.025, 0.06]));
    const coverage = ink(picture.width, picture.height, [ends], { width, tip: "round" });
    coverInk(picture, coverage, choose(random, colours));
    return scene;
  };
}

/** Scales strokes to a share of the area, as far as there is room, and moves them into it. */
function place(
  strokes: Point[][],
  area: Box,
  size: number,
  share: number,
  least: number,
  astray: number,
  random: Scene["random"],
): { lines: Point[][]; box: Box; width: number } {
  const xs = strokes.flat().map(([x]) => x);
  const ys = strokes.flat().map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const width = Math.max(least, area.height * size * share);
  const [roomX, roomY] = [area.width, area.height].map((side) => side - width - 2 * CLEARANCE);
  const scale = Math.min((area.height * size - width) / down, roomX / across, roomY / down);
  const inner = { width: across * scale + width, height: down * scale + width };
  const box = within(area, inner.width, inner.height, astray, random);
  const lines = strokes.map((points) =>
    points.map(
      ([x, y]): Point => [
        box.left + width / 2 + (x - left) * scale,
        box.top + width / 2 + (y - top) * scale,
      ],
    ),
  );
  return { lines, box, width };
}

function turned(strokes: Point[][], angle: number): Point[][] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return strokes.map((points) =>
    points.map(([x, y]): Point => [x * cos - y * sin, x * sin + y * cos]),
  );
}

/** Cuts a line into dashes. */
function dashes(points: Point[], [on, off]: readonly [number, number], width: number): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [points[0]];
  let [isOn, left] = [true, on * width];
  const turnOver = (at: Point) => {
    if (isOn) pieces.push([...piece, at]);
    isOn = !isOn;
    piece = [at];
    left = (isOn ? on : off) * width;
  };
  for (let i = 1; i < points.length; i++) {
    let from = points[i - 1];
    const to = points[i];
    let length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    while (length > left) {
      const t = left / length;
      from = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
      length -= left;
      turnOver(from);
    }
    left -= length;
    piece.push(to);
  }
  if (isOn && piece.length > 1) pieces.push(piece);
  return pieces;
}
