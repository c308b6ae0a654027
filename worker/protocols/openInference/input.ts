import { PIXELS } from "../../classifier/kernels.ts";
import { InputError } from "../../errors/InputError.ts";
import type { InputTensor } from "./inferRequest.ts";

/** How each type's values stand for grey levels; false for those that stand for none. */
const TYPES = {
  UINT8: {
    bytes: 1,
    view: (bytes: ArrayBuffer) => new Uint8Array(bytes),
    isLevel: (x: unknown) => Number.isInteger(x) && (x as number) >= 0 && (x as number) <= 255,
    toLevel: (x: number) => x,
    levels: "whole numbers from 0 to 255",
  },
  /** What the tutorial's transform yields: (grey/255 − 0.5)/0.5. */
  FP32: {
    bytes: 4,
    view: (bytes: ArrayBuffer) => new Float32Array(bytes),
    isLevel: (x: unknown) => typeof x === "number" && x >= -1 && x <= 1,
    toLevel: (x: number) => Math.round((x + 1) * 127.5),
    levels: "numbers from -1 to 1: grey/127.5 - 1",
  },
};

/** Images as a tensor has them. */
export interface Images {
  count: number;
  /** Grey levels [count][28][28]. */
  pixels: Uint8Array;
}

/**
 * Reads the images of an input tensor.
 *
 * @param binary what stands behind the JSON
 * @throws InputError 400 for an invalid size or value, 413 for too many images
 */
export function readTensor(
  { shape, datatype, data, parameters }: InputTensor,
  binary: Uint8Array,
  maxBatch: number,
): Images {
  const [count] = shape;
  if (count > maxBatch) {
    throw new InputError(413, `The input has ${count} images; a request may have ${maxBatch}.`);
  }

  const type = TYPES[datatype];
  const size = count * PIXELS;
  const binarySize = parameters?.binary_data_size ?? undefined;
  if (!data === (binarySize === undefined)) {
    throw new InputError(400, "The input needs either data or the parameter binary_data_size.");
  }
  if (binary.length !== (binarySize ?? 0)) {
    throw new InputError(
      400,
      `${binary.length} bytes stand behind the JSON; binary_data_size tells of ${binarySize ?? 0}.`,
    );
  }
  if (binarySize !== undefined && binarySize !== size * type.bytes) {
    throw new InputError(
      400,
      `The input has ${binarySize} bytes, but its shape and type make ${size * type.bytes}.`,
    );
  }
  const values = data ? flatten(data, shape) : type.view(binary.slice().buffer as ArrayBuffer);
  if (values.length !== size) {
    throw new InputError(
      400,
      `The input has ${values.length} values, but its shape makes ${size}.`,
    );
  }

  const pixels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    if (!type.isLevel(values[i])) {
      throw new InputError(
        400,
        `Value ${i} of the input is not a valid grey level. ${datatype} takes ${type.levels}.`,
      );
    }
    pixels[i] = type.toLevel(values[i] as number);
  }
  return { count, pixels };
}

/** A tensor's values, row by row: as they stand, or nested as the shape is. */
function flatten(data: unknown[], shape: readonly number[]): unknown[] {
  if (!Array.isArray(data[0])) return data;
  let level: unknown[] = [data];
  for (const side of shape) {
    if (!level.every((row) => Array.isArray(row) && row.length === side)) {
      throw new InputError(
        400,
        `The input's data is nested in another way than its shape, [${shape}].`,
      );
    }
    level = level.flat();
  }
  return level;
}
