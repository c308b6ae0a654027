import type { Classifier } from "../../../classifier/classifier.ts";
import type { GreyImage } from "../../../image/GreyImage.ts";
import { detectionBox } from "../../../writing/lines/detectionBox.ts";
import type { Box, Plane } from "../../../writing/Plane.ts";
import { percent } from "../../evaluate/report.ts";
import { type BoxedDigit, digitBoxes } from "../../svg/digitBoxes.ts";
import { boxWithin, greyPng, image, text } from "../../svg/elements.ts";
import { answerTo, search } from "./answers.ts";
import { tiles } from "./tiles.ts";

/** What is read in a picture, line by line, and how. */
export interface ExplainedNumbers {
  /** The lines, or why there is none. */
  summary: string;
  svg: string;
}

/** Pixels: the page's width, what lies between things, and a picture's room. */
const WIDTH = 1000;
const GAP = 20;
const TOP = 2 * GAP;
const ROOM = { width: WIDTH - 2 * GAP, height: 640 };

/** Pieces that are shown of those that are not digits. */
const LEFT_OUT = 45;

/**
 * Draws a picture with a box around each digit that is found and a line through those of a line, below it
 * the digits as the net saw them, and last what else the search took for a piece and left out.
 */
export function explainNumbers(
  name: string,
  picture: GreyImage,
  classifier: Classifier,
): ExplainedNumbers {
  const { found, leftOut } = search(picture, classifier);
  const { flat, refusal } = found;
  const place = placeOf(flat);
  const lines = found.lines.map((line) =>
    line.map(({ box, pixels }) => ({
      ...answerTo(pixels, classifier),
      box: boxWithin(detectionBox(box, flat), place),
    })),
  );
  const texts = lines.map((line) => line.map(({ prediction }) => prediction).join(""));
  const body = [
    image(greyPng(flat), flat, place),
    ...lines.map(lineThrough),
    ...digitBoxes(lines.flat()),
  ];
  let bottom = place.top + place.height;
  const add = (heading: string, answers: Parameters<typeof tiles>[1]) => {
    const block = tiles(heading, answers, { left: GAP, top: bottom, width: ROOM.width });
    body.push(...block.body);
    bottom = block.bottom;
  };
  lines.forEach((line, i) => {
    const all = line.reduce((product, { probability }) => product * probability, 1);
    add(`line ${i + 1}: ${texts[i]}, ${percent(all)} %`, line);
  });
  if (refusal) add(refusal, []);
  const shown = leftOut.slice(0, LEFT_OUT);
  const most = shown.length < leftOut.length ? `, the ${shown.length} most like digits` : "";
  add(`tried and left out: ${leftOut.length} pieces${most}`, shown);
  return { summary: texts.join("\n") || refusal, svg: page(name, body, bottom + GAP) };
}

/** Where the picture goes: as large as there is room. */
function placeOf({ width, height }: Plane): Box {
  const scale = Math.min(ROOM.width / width, ROOM.height / height);
  return { left: GAP, top: TOP, width: scale * width, height: scale * height };
}

/** The line that digits are on, through the middles of their boxes. */
function lineThrough(digits: readonly BoxedDigit[]): string {
  const points = digits.map(({ box }) =>
    [box.left + box.width / 2, box.top + box.height / 2].map((at) => at.toFixed(1)).join(),
  );
  return `<polyline points="${points.join(" ")}" fill="none" stroke="#1971c2" stroke-opacity="0.5"/>`;
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
