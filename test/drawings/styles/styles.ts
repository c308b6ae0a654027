import type { Range } from "../chance.ts";
import type { Hand } from "../hands/hand.ts";
import type { Tip } from "../picture/ink.ts";
import { jpeg } from "./jpeg.ts";
import { chalky, onClear, ruled, squared } from "./paper.ts";
import { blurred, type Finish, inTurn, lit } from "./photograph.ts";

/** What is drawn on, and where. */
export interface Canvas {
  name: string;
  /** Pixels. */
  width: number;
  height: number;
  /** The digit's height as a share of the canvas's. */
  size: Range;
  place: "middle" | "anywhere" | "edge";
  /** Grey levels. */
  ink: number;
  ground: number;
  finish?: Finish;
}

/** Strokes of the skeletons. */
export interface StrokeStyle extends Canvas, Hand {
  /** Pixels across the line. */
  line: number;
  tip: Tip;
}

/** MNIST's digits, large. */
export interface MnistStyle extends Canvas {
  /** The grey level over which a pixel is ink: the lower, the bolder the pen. */
  cut: number;
}

/** How far a hand misses its points, as standard deviations in shares of the digit's height. */
const CAREFUL = 0.014;
const USUAL = 0.021;
const LOOSE = 0.028;
const SHAKY = 0.042;

/** What is not said is black on white, in the middle, by a usual hand with a round pen. */
export const strokeStyles: StrokeStyle[] = [
  // Drawing programs and canvases, and hands with a character.
  drawn("paint 28: pencil", 28, 28, 1.2, { size: [0.55, 0.85], jitter: CAREFUL }),
  drawn("paint 28: brush", 28, 28, 3, { size: [0.6, 0.9] }),
  drawn("paint 32: white on blue", 32, 32, 2.5, { size: [0.5, 0.8], ink: 255, ground: 60 }),
  drawn("canvas: marker", 280, 280, 18, { size: [0.5, 0.8], jitter: LOOSE, slant: 0.15 }),
  drawn("canvas: fat marker", 280, 280, 34, { size: [0.65, 0.85] }),
  drawn("canvas: on nothing", 300, 150, 8, { ...loose([0.5, 0.85]), finish: onClear }),
  drawn("tiny on a big canvas", 640, 480, 3, { size: [0.1, 0.18], place: "anywhere" }),
  drawn("over the edge", 200, 200, 14, { size: [0.7, 0.95], place: "edge" }),
  drawn("leaning right", 256, 256, 12, { slant: 0.45 }),
  drawn("leaning left", 256, 256, 12, { slant: -0.3 }),
  drawn("shaky mouse", 400, 400, 6, { ...loose([0.4, 0.7]), jitter: SHAKY, wobble: 0.012 }),
  drawn("wide digits", 320, 240, 9, { aspect: [1.1, 1.5] }),
  drawn("narrow digits", 240, 320, 9, { aspect: [0.45, 0.65] }),
  drawn("brush pen", 300, 300, 20, { tip: "tapered", jitter: LOOSE, slant: 0.2 }),
  drawn("broad nib", 300, 300, 16, { tip: "slab" }),
  // Photographs and scans.
  drawn("photo: pen, shade", 400, 400, 8, {
    ...loose([0.3, 0.6]),
    ...levels(60, 215),
    finish: inTurn(blurred(2), lit({ darkest: 0.45, vignette: 0.4, noise: 5 })),
  }),
  drawn("photo: faint pencil", 360, 360, 4, {
    ...loose([0.35, 0.65]),
    ...levels(130, 205),
    finish: inTurn(blurred(1), lit({ darkest: 0.6, vignette: 0.2, noise: 4 })),
  }),
  drawn("photo: marker, dark corners", 320, 320, 16, {
    ...levels(40, 190),
    size: [0.4, 0.7],
    jitter: LOOSE,
    finish: inTurn(blurred(3), lit({ darkest: 0.5, vignette: 0.9, noise: 8 })),
  }),
  drawn("ruled paper", 400, 400, 8, {
    ...linedPaper(),
    finish: inTurn(ruled({ step: 28, level: 160 }), lit({ darkest: 0.7, vignette: 0.1, noise: 3 })),
  }),
  drawn("squared paper", 400, 400, 8, {
    ...linedPaper(),
    finish: inTurn(
      squared({ step: 22, level: 185 }),
      lit({ darkest: 0.8, vignette: 0.1, noise: 2 }),
    ),
  }),
  drawn("JPEG: coarse", 240, 240, 9, {
    ...levels(30, 220),
    size: [0.4, 0.75],
    jitter: LOOSE,
    finish: jpeg(24),
  }),
  drawn("JPEG: small", 64, 64, 4, { ...levels(30, 230), size: [0.5, 0.8], finish: jpeg(14) }),
  drawn("chalk on a board", 350, 350, 12, {
    ...levels(210, 50),
    size: [0.4, 0.7],
    jitter: LOOSE,
    finish: inTurn(chalky, blurred(1), lit({ darkest: 0.7, vignette: 0.3, noise: 9 })),
  }),
  drawn("faint on cream", 200, 200, 10, { ...levels(195, 245), jitter: LOOSE }),
];

export const mnistStyles: MnistStyle[] = [
  written("MNIST: skipping pen", 280, 280, 190, {}),
  written("MNIST: bold pen", 280, 280, 50, {}),
  written("MNIST: photo", 300, 300, 120, {
    ...levels(60, 210),
    finish: inTurn(blurred(2), lit({ darkest: 0.5, vignette: 0.4, noise: 6 })),
  }),
  written("MNIST: tiny", 500, 400, 120, { size: [0.12, 0.2], place: "anywhere" }),
];

function drawn(
  name: string,
  width: number,
  height: number,
  line: number,
  particulars: Partial<StrokeStyle>,
): StrokeStyle {
  const hand: Hand = { aspect: [0.75, 1], slant: 0, jitter: USUAL, wobble: 0 };
  return { ...canvas(name, width, height), ...hand, line, tip: "round", ...particulars };
}

function written(
  name: string,
  width: number,
  height: number,
  cut: number,
  particulars: Partial<MnistStyle>,
): MnistStyle {
  return { ...canvas(name, width, height), cut, ...particulars };
}

function canvas(name: string, width: number, height: number): Canvas {
  return { name, width, height, size: [0.5, 0.75], place: "middle", ink: 0, ground: 255 };
}

/** Drawn anywhere, and not with care. */
function loose(size: Range): Pick<StrokeStyle, "size" | "place" | "jitter"> {
  return { size, place: "anywhere", jitter: LOOSE };
}

function linedPaper(): Partial<StrokeStyle> {
  return { ...loose([0.35, 0.6]), ...levels(30, 240), jitter: USUAL };
}

function levels(ink: number, ground: number): Pick<Canvas, "ink" | "ground"> {
  return { ink, ground };
}
