import { SIDE as NET } from "../../../writing/form/side.ts";
import type { Plane } from "../../../writing/Plane.ts";
import { percent } from "../../evaluate/report.ts";
import { colourOf } from "../../svg/digitBoxes.ts";
import { greyPng, image, text } from "../../svg/elements.ts";
import type { Answer } from "./answers.ts";

/** Pixels along the side of a tile, from one to the next across and down, and a line of text. */
const TILE = 56;
const ACROSS = TILE + 8;
const DOWN = TILE + 48;
const LINE = 20;

/** SVG elements, and where they end. */
export interface Block {
  body: string[];
  bottom: number;
}

/** Pieces as the net saw them, each over its two likeliest answers in percent, under a heading. */
export function tiles(
  heading: string,
  answers: readonly Answer[],
  { left, top, width }: { left: number; top: number; width: number },
): Block {
  const columns = Math.floor(width / ACROSS);
  const first = top + 1.5 * LINE;
  const body = answers.flatMap((answer, i) =>
    tile(answer, left + (i % columns) * ACROSS, first + Math.floor(i / columns) * DOWN),
  );
  const bottom = first + Math.ceil(answers.length / columns) * DOWN;
  return { body: [text(left, top + LINE, heading), ...body], bottom };
}

function tile({ pixels, prediction, probability, second }: Answer, x: number, y: number) {
  const plane: Plane = { width: NET, height: NET, levels: pixels };
  const likeliest = `${prediction} ${percent(probability)}`;
  return [
    image(greyPng(plane), plane, { left: x, top: y, width: TILE, height: TILE }),
    `<g fill="${colourOf(probability)}">${text(x, y + TILE + 14, likeliest)}</g>`,
    `<g fill="#888">${text(x, y + TILE + 29, second)}</g>`,
  ];
}
