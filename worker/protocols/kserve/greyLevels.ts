import { PIXELS } from "../../classifier/kernels.ts";
import { InputError } from "../../errors/InputError.ts";
import { flatten } from "../flatten.ts";

/** The shapes of an image's numbers: of nested arrays, or a flat one. */
const SHAPES = [[28, 28], [28, 28, 1], [1, 28, 28], [PIXELS]];

/**
 * The grey levels [28][28] of an instance's numbers. The protocol declares no type, so that an image's
 * own extremes tell its scale: with a value below 0 it is -1 … 1, with one above 1 it is 0 … 255,
 * and otherwise 0 … 1.
 *
 * @param name of the instance, for messages
 * @throws InputError 400 for another shape, or values on none of these scales
 */
export function toGreyLevels(instance: unknown[], name: string): Uint8Array {
  const values = flatten(instance, shapeOf(instance, name));
  if (!values.every((value) => typeof value === "number")) throw invalid(name);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const black = least < 0 ? -1 : 0;
  const white = black === 0 && most > 1 ? 255 : 1;
  if (least < black || most > white) throw invalid(name);
  return Uint8Array.from(values, (x) => Math.round(((x - black) / (white - black)) * 255));
}

/** The shape that the first of the nested arrays tell. */
function shapeOf(instance: unknown[], name: string): number[] {
  const found: number[] = [];
  for (let row: unknown = instance; Array.isArray(row); row = row[0]) found.push(row.length);
  const shape = SHAPES.find((known) => String(known) === String(found));
  if (shape) return shape;
  throw new InputError(
    400,
    `${name} has the shape [${found}]; an image has ${SHAPES.map((known) => `[${known}]`).join(", ")}.`,
  );
}

function invalid(name: string): InputError {
  return new InputError(
    400,
    `${name} has a value that is not a number on one of the scales 0 … 255, 0 … 1 and -1 … 1.`,
  );
}
