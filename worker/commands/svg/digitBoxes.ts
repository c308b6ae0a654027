import type { ReadDigit } from "../../recognise.ts";
import type { Box } from "../../writing/Plane.ts";
import { text } from "./elements.ts";

/** Colours of digits that are sure and of those that are not. */
const SURE = "#2a7d46";
const UNSURE = "#d9480f";
const SURE_FROM = 0.9;

/** Boxes around the digits of a picture, each under what it is taken for. */
export function digitBoxes(digits: readonly ReadDigit[], picture: Box): string[] {
  return digits.flatMap(
    ({ prediction, probability, detection_box: [top, left, bottom, right] }) => {
      const x = picture.left + left * picture.width;
      const y = picture.top + top * picture.height;
      const [width, height] = [(right - left) * picture.width, (bottom - top) * picture.height];
      const colour = probability >= SURE_FROM ? SURE : UNSURE;
      const [rx, ry, rw, rh] = [x, y, width, height].map((value) => value.toFixed(1));
      return [
        `<rect x="${rx}" y="${ry}" width="${rw}" height="${rh}" fill="none" stroke="${colour}"/>`,
        `<g fill="${colour}">${text(Number(rx), Number((y - 2).toFixed(1)), String(prediction))}</g>`,
      ];
    },
  );
}
