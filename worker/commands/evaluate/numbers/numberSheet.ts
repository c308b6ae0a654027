import { decodeImage } from "../../../image/decodeImage.ts";
import type { JpegDecoder } from "../../../image/jpeg/bindJpegDecoder.ts";
import { reduce } from "../../../image/reduce.ts";
import { defaultLimits } from "../../../settings/limits.ts";
import { flatten } from "../../../writing/ground/flatten.ts";
import { digitBoxes } from "../../svg/digitBoxes.ts";
import { boxWithin, fitted, greyPng, image, text } from "../../svg/elements.ts";
import type { ReadPicture } from "./readAll.ts";

/** Pixels: a picture's room, what lies between two, and a line of text. */
const WIDTH = 360;
const HEIGHT = 240;
const GAP = 20;
const LINE = 18;
const COLUMNS = 4;

/** Letters of a line that fit a picture's width. */
const LETTERS = 48;

/**
 * Pictures with what was read in them: a box around each digit and its answer, below it what is
 * written and what was read.
 *
 * @returns an SVG file
 */
export function numberSheet(pictures: readonly ReadPicture[], decodeJpeg: JpegDecoder): string {
  const [across, down] = [WIDTH + GAP, HEIGHT + 3 * LINE + GAP];
  const width = GAP + COLUMNS * across;
  const height = GAP + Math.ceil(pictures.length / COLUMNS) * down;
  const tiles = pictures.map((picture, i) => {
    const [left, top] = [GAP + (i % COLUMNS) * across, GAP + Math.floor(i / COLUMNS) * down];
    return `<g transform="translate(${left} ${top})">\n${tile(picture, decodeJpeg).join("\n")}\n</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}">
<rect width="${width}" height="${height}" fill="#fff"/>
<g font-family="sans-serif" font-size="12">
${tiles.join("\n")}
</g>
</svg>
`;
}

function tile({ name, due, read, reading, picture }: ReadPicture, decodeJpeg: JpegDecoder) {
  const flat = flatten(decodeImage(picture.read(), defaultLimits, decodeJpeg));
  const small = reduce(flat, WIDTH);
  const place = fitted(flat, { left: 0, top: 0, width: WIDTH, height: HEIGHT });
  const digits = reading?.lines.flatMap((line) => line.digits) ?? [];
  const boxed = digits.map(({ detection_box, ...answer }) => ({
    ...answer,
    box: boxWithin(detection_box, place),
  }));
  const words = [name.slice(-LETTERS), `written ${onOneLine(due)}`, `read ${onOneLine(read)}`];
  return [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#eee"/>`,
    image(greyPng(small), small, place),
    ...digitBoxes(boxed),
    ...words.map((line, i) => text(0, HEIGHT + (i + 1) * LINE - 4, line.slice(0, LETTERS))),
  ];
}

/** Lines parted by / in place of line feeds. */
export function onOneLine(lines: string | null): string {
  return lines === null ? "nothing" : lines.replaceAll("\n", "/");
}
