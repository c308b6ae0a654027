import type { Point } from "../../../samples/digits.ts";
import type { Coverage } from "../../../samples/stroke.ts";
import type { GreyImage } from "../../../worker/image/GreyImage.ts";
import { between, oneOf, type Random, type Range } from "../chance.ts";
import type { Drawing } from "../DrawingSet.ts";
import { somebody, write } from "../hands/hand.ts";
import { enlarge, SIDE, type Written } from "../hands/handwriting.ts";
import type { Person } from "../hands/people.ts";
import { ink } from "../picture/ink.ts";
import { type Box, greyPicture } from "../picture/Picture.ts";
import type { Canvas, MnistStyle, StrokeStyle } from "./styles.ts";

/** A pen's line is by so much narrower or wider than its style says. */
const LINE: Range = [0.85, 1.15];

/** How far lines stay from the canvas's edge, in pixels, and go over it, in widths of the line. */
const MARGIN = 1;
const OVER_EDGE = 1 / 3;

/** MNIST's digits fill 20 of their 28 pixels. */
const MNIST_DIGIT = 20 / SIDE;

/**
 * So many drawings by somebody in a style: 0, 1, 2 and so on.
 *
 * @param people real ones, who write in turn; without them a hand of the style's writes skeletons
 */
export function* drawStrokes(
  style: StrokeStyle,
  count: number,
  random: Random,
  people: readonly Person[] = [],
): Generator<Drawing> {
  const chooseSkeleton = somebody(random);
  const source = people.length > 0 ? "person" : "skeletons";
  for (let i = 0; i < count; i++) {
    const label = i % 10;
    const lines =
      people.length > 0
        ? oneOf(random, people[i % people.length][label])
        : write(chooseSkeleton(label), style, random);
    const pen = { width: style.line * between(random, LINE), tip: style.tip };
    const height = between(random, style.size) * style.height;
    const { box, placed } = place(lines, style, height, pen.width, random);
    const coverage = ink(style.width, style.height, placed, pen);
    yield { label, source, picture: greyPicture(paint(coverage, style, random)), box };
  }
}

/** So many of MNIST's digits, the first a random one, in a style. */
export function* drawMnist(
  style: MnistStyle,
  count: number,
  random: Random,
  digits: readonly Written[],
): Generator<Drawing> {
  const first = Math.floor(random() * digits.length);
  for (let i = 0; i < count; i++) {
    const digit = digits[(first + i) % digits.length];
    const side = (between(random, style.size) * style.height) / MNIST_DIGIT;
    const square = boxIn(style, side, side, 0, random);
    const image = paint(enlarge(digit, style, square, style.cut), style, random);
    yield { label: digit.label, source: "MNIST", picture: greyPicture(image), box: square };
  }
}

/** Scales lines to a height, or what the canvas has room for, and moves them to their place. */
function place(
  lines: Point[][],
  style: StrokeStyle,
  height: number,
  line: number,
  random: Random,
): { box: Box; placed: Point[][] } {
  const xs = lines.flat().map(([x]) => x);
  const ys = lines.flat().map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const margin = line / 2 + MARGIN;
  const room = { width: style.width - 2 * margin, height: style.height - 2 * margin };
  const scale = Math.min(height / down, room.height / down, room.width / across);

  const beyond = style.place === "edge" ? line * OVER_EDGE : margin;
  const box = boxIn(style, across * scale, down * scale, beyond, random);
  const placed = lines.map((points) =>
    points.map(([x, y]): Point => [box.left + (x - left) * scale, box.top + (y - top) * scale]),
  );
  return { box, placed };
}

/** A box on the canvas, where the style has it. */
function boxIn(canvas: Canvas, width: number, height: number, margin: number, random: Random): Box {
  const share = () => {
    if (canvas.place === "middle") return 0.5;
    return canvas.place === "edge" ? Math.round(random()) : random();
  };
  const left = margin + (canvas.width - width - 2 * margin) * share();
  const top = margin + (canvas.height - height - 2 * margin) * share();
  return { left, top, width, height };
}

/** Puts ink on the ground, and finishes the picture. */
function paint(coverage: Coverage, style: Canvas, random: Random): GreyImage {
  const { width, height, ink } = coverage;
  const levels = ink.map((share) => Math.round(style.ground + share * (style.ink - style.ground)));
  const image = { width, height, grey: new Uint8Array(levels), alpha: null };
  return style.finish ? style.finish(image, random) : image;
}
