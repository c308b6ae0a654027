/** Draws the samples: `node samples/draw.ts` writes them beside this file. */

import { writeFileSync } from "node:fs";
import { encode, type ImageData } from "fast-png";
import { digits } from "./digits.ts";
import { drawNumber, NUMBER } from "./number.ts";
import { paint, paintPacked, paintPalette, paintPaper16 } from "./paint.ts";
import { drawPhotograph, PHOTOGRAPH } from "./photograph.ts";
import { type Box, type Coverage, centreByMass, type Pen, rasterise } from "./stroke.ts";

/**
 * A sample: its file name, which is the digits, or lines of them with _ between, then `.png` or
 * `-KIND.png`; and the PNG itself.
 */
export type Sample = { name: string; bytes: Uint8Array };

const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];

/**
 * Draws every sample, in the order of their names; it reads and writes no file.
 *
 * @returns the samples as PNG, with the same pixels on every call
 */
export function drawSamples(): Sample[] {
  const samples = [
    ...digits.map((_, digit) => sample(`${digit}`, paint(mnist(digit), [255], [0]))),
    ...otherKinds(),
    sample(`${NUMBER.join("_")}-two-lines`, paint(drawNumber(), [36, 44, 92], [246, 242, 230])),
  ];
  return samples.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What users send besides MNIST's own form, each kind with another digit. */
function otherKinds(): Sample[] {
  const large = draw(3, 280, 280, { x: 60, y: 30, width: 180, height: 216 }, 22);
  const transparent = draw(5, 200, 200, { x: 40, y: 24, width: 120, height: 152 }, 16);
  const coloured = draw(2, 120, 160, { x: 22, y: 30, width: 80, height: 100 }, 9);
  const deep = draw(8, 64, 64, { x: 12, y: 8, width: 40, height: 48 }, 5.5);
  const thin = draw(4, 400, 400, { x: 110, y: 70, width: 190, height: 250 }, 2);
  const veiled = draw(9, 96, 128, { x: 14, y: 14, width: 68, height: 100 }, 10);
  return [
    sample("0-one-bit", paintPacked(mnist(0), 1)),
    sample("2-palette-blue-on-yellow", paintPalette(coloured, [24, 44, 140], [250, 232, 120])),
    sample("3-large-black-on-white", paint(large, BLACK, WHITE)),
    sample("4-thin-dark-on-light", paint(thin, [40], [236])),
    sample("5-transparent-ground", paint(transparent, [...BLACK, 255], [...BLACK, 0])),
    sample("7-white-on-black-rgb", paint(mnist(7), WHITE, BLACK)),
    sample("8-sixteen-bit", paintPaper16(deep)),
    sample("9-interlaced-grey-alpha", paint(veiled, [30, 255], [255, 0]), "Adam7"),
  ];
}

/** A digit as in MNIST: within 20×20 pixels, centred in 28×28 by its centre of mass. */
function mnist(digit: number): Coverage {
  const pen: Pen = { width: 2.6, soft: 1.5 };
  const box: Box = { x: 4, y: 4, width: 20, height: 20 };
  return centreByMass(rasterise(digits[digit] ?? [], { width: 28, height: 28 }, box, pen));
}

function draw(digit: number, width: number, height: number, box: Box, line: number): Coverage {
  return rasterise(digits[digit] ?? [], { width, height }, box, { width: line, soft: 1 });
}

function sample(title: string, image: ImageData, interlace?: "Adam7"): Sample {
  const bytes = encode(image, { zlib: { level: 9 }, ...(interlace && { interlace }) });
  return { name: `${title}.png`, bytes };
}

if (import.meta.main) {
  const photograph = { name: PHOTOGRAPH, bytes: await drawPhotograph() };
  for (const { name, bytes } of [...drawSamples(), photograph]) {
    writeFileSync(new URL(name, import.meta.url), bytes);
    console.log(`samples/${name}  ${bytes.length} bytes`);
  }
}
