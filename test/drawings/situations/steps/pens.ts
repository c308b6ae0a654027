import type { Point } from "../../../../samples/digits.ts";
import { between, type Random, type Range } from "../../chance.ts";
import { printed, sevenSegments } from "../../hands/printed.ts";
import { dashes } from "../../picture/dashes.ts";
import { ink, type Tip } from "../../picture/ink.ts";
import { coverInk } from "../../picture/Picture.ts";
import { placed } from "../../picture/placed.ts";
import { askewBy, type Colours, choose, type DigitStep, type Scene, type Step } from "../Scene.ts";

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
  /** Degrees that the digit is turned, to either side. */
  askew?: number;
  tip?: Tip;
  /** Lengths of a dash and of the gap after it, in widths of the line. */
  dash?: readonly [on: number, off: number];
  /** The share of the line's pixels that its grain leaves nearly bare. */
  bare?: number;
  /** How far a glow reaches around the line, in widths of it. */
  glow?: number;
  /** Whether a pixel is ink or not, without a fading edge. */
  isHard?: boolean;
  /** How much of the ground the ink covers, 0 … 1. */
  opacity?: number;
}

/** Layers of a glow, the outer first, and how much of its colour each has. */
const GLOW_LAYERS = 4;
const GLOW_OPACITY = 0.16;

/** What is left of the ink where the line is nearly bare. */
const GRAIN = 0.3;

/** Writes the digit. */
export function pen(colours: Colours, particulars: Pen = {}): DigitStep {
  const { line = [0.07, 0.12], least = 1.5, size = [0.5, 0.75], astray = 0.4 } = particulars;
  const { askew = 0, tip = "round", dash, bare = 0, glow = 0 } = particulars;
  const { isHard = false, opacity = 1 } = particulars;
  return (scene) => {
    const { random, picture, area } = scene;
    const strokes = turned(scene.strokes, askewBy(random, askew));
    const height = area.height * between(random, size);
    const width = Math.max(least, height * between(random, line));
    const { lines, box } = placed(strokes, area, { height, width, astray }, random);
    const drawn = dash ? lines.flatMap((points) => dashes(points, dash, width)) : lines;
    const colour = choose(random, colours);

    for (let layer = GLOW_LAYERS; glow > 0 && layer > 0; layer--) {
      const wider = width * (1 + (2 * glow * layer) / GLOW_LAYERS);
      const halo = ink(picture.width, picture.height, drawn, { width: wider, tip });
      coverInk(picture, halo, colour, GLOW_OPACITY);
    }
    const coverage = ink(picture.width, picture.height, drawn, { width, tip });
    if (isHard)
      coverage.ink.forEach((share, i) => {
        coverage.ink[i] = Math.round(share);
      });
    if (bare > 0) wearOff(coverage.ink, bare, random);
    coverInk(picture, coverage, colour, opacity);
    return { ...scene, ink: box };
  };
}

/** Has the digit printed in place of written. */
export const inPrint: DigitStep = (scene) => ({ ...scene, strokes: printed(scene.label) });

/** Has the digit shown by a seven-segment display. */
export const inSegments: DigitStep = (scene) => ({ ...scene, strokes: sevenSegments(scene.label) });

/** How steep a line under a digit runs, as a share of the digit's height, and how wide it is. */
const SLOPE: Range = [-0.02, 0.02];
const UNDERLINE: Range = [0.025, 0.06];

/** A line under the digit; `away` from it and `over` its ends are shares of the digit's height. */
export function underline(colours: Colours, away: Range, over: Range): Step {
  return (scene) => {
    const { random, ink: box } = scene;
    const y = box.top + box.height * (1 + between(random, away));
    const slope = between(random, SLOPE) * box.height;
    const left = box.left - box.height * between(random, over);
    const right = box.left + box.width + box.height * between(random, over);
    return line(scene, colours, [left, y - slope], [right, y + slope]);
  };
}

function line<S extends Scene>(scene: S, colours: Colours, from: Point, to: Point): S {
  const { picture, random, ink: box } = scene;
  const width = Math.max(1.5, box.height * between(random, UNDERLINE));
  const coverage = ink(picture.width, picture.height, [[from, to]], { width, tip: "round" });
  coverInk(picture, coverage, choose(random, colours));
  return scene;
}

/** Leaves a share of the ink's pixels nearly bare, as grain does. */
export function wearOff(shares: Float64Array, bare: number, random: Random): void {
  shares.forEach((share, i) => {
    if (share > 0 && random() < bare) shares[i] = share * GRAIN;
  });
}

function turned(strokes: Point[][], angle: number): Point[][] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return strokes.map((points) =>
    points.map(([x, y]): Point => [x * cos - y * sin, x * sin + y * cos]),
  );
}
