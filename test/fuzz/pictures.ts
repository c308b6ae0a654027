import { forms } from "../unit/image/images.ts";
import { type Dice, diceFrom } from "../unit/image/png/mutations.ts";
import { channels, type PngImage, writePng } from "../unit/image/png/writePng.ts";

/** Pixels along a side, mostly few: small pictures find as much, and more of them fit a second. */
const SMALLEST = 1;
const LARGEST = 160;

/** A picture as it is drawn: levels 0 … 255 and how opaque each pixel is, 0 … 255. */
interface Canvas {
  width: number;
  height: number;
  levels: Float64Array;
  alpha: Float64Array;
}

/** Strokes of a picture, at most, where there is no need of more. */
const FEW = 4;

/**
 * A PNG file of any form: some strokes, or none, on a ground that is even, sloping or noisy, however
 * faint, thin or clear they are.
 */
export function randomPicture(random: () => number, most = FEW): Uint8Array<ArrayBuffer> {
  const dice = diceFrom(random);
  const canvas = randomGround(random, dice);
  if (dice.below(3) === 0) addCard(canvas, dice);
  for (let strokes = dice.below(most + 1); strokes > 0; strokes--) addStroke(canvas, random, dice);
  return new Uint8Array(writePng(inForm(canvas, random, dice), dice.below(5)));
}

function randomGround(random: () => number, dice: Dice): Canvas {
  const side = () => Math.round(SMALLEST * (LARGEST / SMALLEST) ** random());
  const [width, height] = dice.below(4) === 0 ? [28, 28] : [side(), side()];
  const level = dice.pick([0, 255, 255 * random()]);
  const slope = dice.below(3) === 0 ? 200 * (random() - 0.5) : 0;
  const noise = dice.pick([0, 0, 3, 30, 255]);
  const opacity = dice.pick([255, 255, 255, 0, 255 * random()]);
  const levels = Float64Array.from(
    { length: width * height },
    (_, i) => level + slope * ((i % width) / width - 0.5) + noise * (random() - 0.5),
  );
  return { width, height, levels, alpha: new Float64Array(levels.length).fill(opacity) };
}

/** A black, white or clear rectangle, of which the ground is a frame. */
function addCard({ width, height, levels, alpha }: Canvas, dice: Dice) {
  const [left, top] = [dice.below(width), dice.below(height)];
  const [right, bottom] = [left + dice.below(width) + 1, top + dice.below(height) + 1];
  const level = dice.pick([0, 255]);
  const opacity = dice.pick([0, 255, 255]);
  for (let y = top; y < Math.min(bottom, height); y++) {
    levels.fill(level, y * width + left, y * width + Math.min(right, width));
    alpha.fill(opacity, y * width + left, y * width + Math.min(right, width));
  }
}

/**
 * A straight line: some are upright or level, through the middles of pixels. It may be as strong as the
 * darkest or the brightest there is, or half so, where it is just told from the ground.
 */
function addStroke({ width, height, levels, alpha }: Canvas, random: () => number, dice: Dice) {
  const ends = (side: number) =>
    dice.below(3) === 0
      ? Array(2).fill(dice.below(side) + 0.5)
      : [side * random(), side * random()];
  const [x1, x2] = ends(width);
  const [y1, y2] = ends(height);
  const reach = dice.pick([0.5, 1, 2, 0.1 * Math.min(width, height)]);
  const end = dice.pick([0, 255]);
  const share = dice.pick([1, 0.5 + 0.02 * (random() - 0.5), random(), 0.05]);
  const opacity = dice.pick([255, 255, 255 * random()]);
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  for (let i = 0; i < levels.length; i++) {
    const [x, y] = [(i % width) + 0.5 - x1, Math.floor(i / width) + 0.5 - y1];
    const along = (x * (x2 - x1) + y * (y2 - y1)) / length;
    const across = Math.abs(x * (y2 - y1) - y * (x2 - x1)) / length;
    if (along < 0 || along > length || across > reach) continue;
    levels[i] += share * (end - levels[i]);
    alpha[i] = opacity;
  }
}

/** The canvas as a PNG of a random colour type and depth. */
function inForm(canvas: Canvas, random: () => number, dice: Dice): PngImage {
  const { width, height, levels, alpha } = canvas;
  const form = dice.pick(forms);
  const { colourType, depth } = form;
  const most = 2 ** depth - 1;
  const sample = (level: number) => Math.round((most * Math.min(255, Math.max(0, level))) / 255);
  const tint = [0, 1, 2].map(() => dice.pick([1, 1, random()]));
  const colour = (level: number) => tint.map((share) => sample(share * level));
  const samples = Array.from(levels, (level, i) => {
    if (colourType === 2) return colour(level);
    if (colourType === 4) return [sample(level), sample(alpha[i])];
    if (colourType === 6) return [...colour(level), sample(alpha[i])];
    return [sample(level)];
  }).flat();
  const image: PngImage = { width, height, ...form, samples };
  const isClear = dice.below(3) === 0;
  if (colourType === 3) {
    image.palette = Array.from({ length: 3 * (most + 1) }, (_, i) =>
      Math.round((255 * tint[i % 3] * Math.floor(i / 3)) / most),
    );
    if (isClear) image.transparency = Array.from({ length: most }, () => dice.below(256));
  } else if (isClear && colourType < 4) {
    // The colour of the first pixel is clear.
    image.transparency = samples
      .slice(0, channels[colourType])
      .flatMap((value) => [value >> 8, value & 255]);
  }
  return image;
}
