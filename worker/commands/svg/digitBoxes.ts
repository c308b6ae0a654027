import type { Box } from "../../writing/Plane.ts";
import { text } from "./elements.ts";

/** A digit's place in an SVG, and what it is taken for. */
export interface BoxedDigit {
  box: Box;
  prediction: number;
  /** Of the prediction, 0 … 1. */
  probability: number;
}

/** Colours of digits that are sure and of those that are not. */
const SURE = "#2a7d46";
const UNSURE = "#d9480f";
const SURE_FROM = 0.9;

/** Keeps a text legible on any picture. */
const HALO = 'stroke="#fff" stroke-width="3" paint-order="stroke"';

/** Boxes around digits, each under what it is taken for. */
export function digitBoxes(digits: readonly BoxedDigit[]): string[] {
  return digits.map(({ box, prediction, probability }) => {
    const colour = colourOf(probability);
    const [x, y, width, height, line] = [box.left, box.top, box.width, box.height, box.top - 2].map(
      (value) => Number(value.toFixed(1)),
    );
    const frame = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="${colour}"/>`;
    return `${frame}<g fill="${colour}" ${HALO}>${text(x, line, String(prediction))}</g>`;
  });
}

/** Green where a digit is sure, orange where it is not. */
export function colourOf(probability: number): string {
  return probability >= SURE_FROM ? SURE : UNSURE;
}
