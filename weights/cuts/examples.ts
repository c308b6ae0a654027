import type { NumberDrawing } from "../../test/drawings/numbers/number.ts";
import { encodePng } from "../../test/drawings/picture/encodePng.ts";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { WORKING_SIDE } from "../../worker/writing/findWriting.ts";
import { whole } from "../../worker/writing/ground/Ground.ts";
import { layerOf, levelsOf, polarities } from "../../worker/writing/ground/layers.ts";
import type { Judge } from "../../worker/writing/Judge.ts";
import { takeApart } from "../../worker/writing/lines/apart.ts";
import { type Lattice, latticeOf } from "../../worker/writing/lines/cuts/lattice.ts";
import { inputsOf } from "../../worker/writing/lines/cuts/worth.ts";
import { readSheet } from "../../worker/writing/lines/readSheet.ts";
import type { Segment } from "../../worker/writing/lines/Segment.ts";
import type { Sheet } from "../../worker/writing/lines/Sheet.ts";
import { sheetParts } from "../../worker/writing/lines/sheetParts.ts";
import type { Plane } from "../../worker/writing/Plane.ts";
import { labelLayer } from "../../worker/writing/shapes/label.ts";
import { digitOf, digitsIn, type Owners, ownersOf } from "./owners.ts";

/** An edge of a lattice. */
export interface Way {
  /** Seams. */
  from: number;
  to: number;
  /** Its piece's row among the inputs; null where there is no ink between the seams. */
  piece: number | null;
  /** Whether its piece is one digit, and read as that; a path is right if all its edges are. */
  isRight: boolean;
}

/** The ways to cut some writing that touches, or may. */
export interface Example {
  kind: string;
  seams: number;
  /** As Lattice has them. */
  ways: Way[];
  /** [pieces][inputs], row-major: as inputsOf returns them, and a 1 for the bias. */
  inputs: Float32Array;
}

/** The examples in a drawing: what the service would cut in it. */
export function examplesIn(drawing: NumberDrawing, kind: string, judge: Judge): Example[] {
  const image = decodeImage(encodePng(drawing.picture), defaultLimits);
  const flat = judge.steps.flatten(image, WORKING_SIDE);
  const sheet = sheetOf(flat, judge);
  if (!sheet) return [];
  const owners = ownersOf(drawing.tiles, flat, image.width / flat.width);
  const examples: Example[] = [];
  const gather: Segment = (cutOut, box, height) => {
    const lattice = latticeOf(cutOut, box, height, judge);
    const digits = digitsIn(owners, cutOut, box);
    const own = digits.length > 1 ? median(digits.map((digit) => digit.height)) : height;
    if (digits.length > 0) examples.push(exampleOf(kind, lattice, owners, own));
    return [];
  };
  const parts = sheetParts(sheet);
  readSheet(parts, takeApart(parts, judge), judge, gather);
  return examples;
}

/** All that stands out from the picture, the likelier of dark and bright ink. */
function sheetOf(flat: Plane, judge: Judge): Sheet | null {
  const levels = levelsOf(flat, judge.steps);
  const [isDark] = polarities(levels);
  const layer = isDark === undefined ? null : layerOf(levels, isDark);
  const labelled = layer && labelLayer(layer);
  return layer && labelled && { ground: whole(flat), layer, labelled };
}

/** @param height of its digits, in pixels, as segment corrects it */
function exampleOf(kind: string, lattice: Lattice, owners: Owners, height: number): Example {
  const inputs: number[] = [];
  let pieces = 0;
  const ways = lattice.edges.map(({ from, to, candidate }): Way => {
    if (!candidate) return { from, to, piece: null, isRight: true };
    const { logits, cutOut, box } = candidate.piece;
    inputs.push(...inputsOf(candidate, height), 1);
    const label = digitOf(owners, cutOut, box)?.label;
    const isRight = label !== undefined && logits[label] === Math.max(...logits);
    return { from, to, piece: pieces++, isRight };
  });
  return { kind, seams: lattice.seams.length, ways, inputs: Float32Array.from(inputs) };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}
