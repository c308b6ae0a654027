import type { Classifier } from "../../classifier/classifier.ts";
import { judgeOf } from "../../classifier/judge.ts";
import type { GreyImage } from "../../image/GreyImage.ts";
import { SIDE as NET } from "../../writing/form/side.ts";
import { detectionBox } from "../../writing/lines/detectionBox.ts";
import { type FoundDigit, type FoundLines, findLines } from "../../writing/lines/findLines.ts";
import type { Box, Plane } from "../../writing/Plane.ts";
import { percent } from "../evaluate/report.ts";
import { colourOf, digitBoxes } from "../svg/digitBoxes.ts";
import { boxWithin, greyPng, image, text } from "../svg/elements.ts";

/** What is read in a picture, line by line, and how. */
export interface ExplainedNumbers {
  /** The lines, or why there is none. */
  summary: string;
  svg: string;
}

/** Pixels: the page's width, what lies between things, a line of text, and a picture's room. */
const WIDTH = 1000;
const GAP = 20;
const LINE = 20;
const TOP = GAP + LINE;
const ROOM = { width: WIDTH - 2 * GAP, height: 640 };

/** Pixels along the side of a digit as the net sees it, and from one to the next. */
const TILE = 56;
const STEP = TILE + 8;
const TILES = Math.floor((WIDTH - 2 * GAP) / STEP);

/** A digit and the two answers that are likeliest. */
interface Answered extends FoundDigit {
  prediction: number;
  probability: number;
  second: string;
}

/** Draws the digits that are found in a picture, and of each line what the net saw and answered. */
export function explainNumbers(
  name: string,
  picture: GreyImage,
  classifier: Classifier,
): ExplainedNumbers {
  const found = findLines(picture, judgeOf(classifier));
  const lines = found.lines.map((line) => line.map((digit) => answered(digit, classifier)));
  const texts = lines.map((line) => line.map(({ prediction }) => prediction).join(""));
  const summary = texts.join("\n") || found.refusal;
  const place = placeOf(found.flat);
  const bottom = place.top + place.height;
  const rows = rowsBelow(lines, texts, bottom);
  const refusal = text(GAP, bottom + LINE, found.refusal);
  const body = [...pictureWithBoxes(found, lines, place), ...rows.body, refusal];
  return { summary, svg: page(name, body, rows.bottom + 2 * LINE) };
}

function answered(digit: FoundDigit, classifier: Classifier): Answered {
  const { digit: prediction, probability, probabilities } = classifier.classify(digit.pixels);
  const others = [...probabilities].map((share, other) => ({ share, other }));
  const [, next] = others.toSorted((a, b) => b.share - a.share);
  return { ...digit, prediction, probability, second: `${next.other} ${percent(next.share)}` };
}

/** Where the picture goes: as large as there is room. */
function placeOf({ width, height }: Plane): Box {
  const scale = Math.min(ROOM.width / width, ROOM.height / height);
  return { left: GAP, top: TOP, width: scale * width, height: scale * height };
}

function pictureWithBoxes(
  { flat }: FoundLines,
  lines: readonly Answered[][],
  place: Box,
): string[] {
  const placed = lines.map((line) =>
    line.map((digit) => ({ ...digit, box: boxWithin(detectionBox(digit.box, flat), place) })),
  );
  return [
    image(greyPng(flat), flat, place),
    ...placed.map(lineThrough),
    ...digitBoxes(placed.flat()),
  ];
}

/** The line that digits are on, through the middles of their boxes. */
function lineThrough(digits: readonly Answered[]): string {
  const points = digits.map(({ box }) =>
    [box.left + box.width / 2, box.top + box.height / 2].map((at) => at.toFixed(1)).join(),
  );
  return `<polyline points="${points.join(" ")}" fill="none" stroke="#1971c2" stroke-opacity="0.5"/>`;
}

/** Each line's text, and its digits as the net saw them, with the two likeliest answers in percent. */
function rowsBelow(lines: readonly Answered[][], texts: readonly string[], top: number) {
  const body: string[] = [];
  let y = top;
  lines.forEach((line, i) => {
    const probability = line.reduce((product, digit) => product * digit.probability, 1);
    y += LINE;
    body.push(text(GAP, y, `line ${i + 1}: ${texts[i]}, ${percent(probability)} %`));
    y += GAP / 2;
    line.forEach((digit, k) => {
      if (k > 0 && k % TILES === 0) y += STEP + 2 * LINE;
      body.push(...tile(digit, GAP + (k % TILES) * STEP, y));
    });
    y += STEP + 2 * LINE;
  });
  return { body, bottom: y };
}

function tile({ pixels, prediction, probability, second }: Answered, x: number, y: number) {
  const plane: Plane = { width: NET, height: NET, levels: pixels };
  const answer = `${prediction} ${percent(probability)}`;
  return [
    image(greyPng(plane), plane, { left: x, top: y, width: TILE, height: TILE }),
    `<g fill="${colourOf(probability)}">${text(x, y + TILE + 14, answer)}</g>`,
    `<g fill="#888">${text(x, y + TILE + 29, second)}</g>`,
  ];
}

function page(name: string, body: readonly string[], height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<g font-family="sans-serif" font-size="12">
<g font-size="16">${text(GAP, GAP + 4, name)}</g>
${body.join("\n")}
</g>
</svg>
`;
}
