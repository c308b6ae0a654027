import { PIXELS } from "../../classifier/kernels.ts";
import { InputError } from "../../errors/InputError.ts";
import { flatten } from "../flatten.ts";
import { binaryData } from "./binary.ts";
import type { PixelTensor } from "./inferRequest.ts";

/** How each type's values stand for grey levels. */
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
 * @throws InputError 400 for an invalid size, value or scale, 413 for too many images
 */
export function readPixels(input: PixelTensor, binary: Uint8Array, maxBatch: number): Images {
  const { shape, datatype, data } = input;
  const [count] = shape;
  if (count > maxBatch) {
    throw new InputError(413, `The input has ${count} images; a request may have ${maxBatch}.`);
  }

  const type = TYPES[datatype];
  const size = count * PIXELS;
  const bytes = binaryData(input, binary);
  if (bytes && bytes.length !== size * type.bytes) {
    throw new InputError(
      400,
      `The input has ${bytes.length} bytes, but its shape and type make ${size * type.bytes}.`,
    );
  }
  const values = bytes ? type.view(bytes.slice().buffer) : flatten(data ?? [], shape);
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
  if (datatype === "FP32") checkScale(pixels, count);
  return { count, pixels };
}

/**
 * An image that is all in the upper half of FP32's scale is on another, most often 0 … 1, as
 * torchvision's ToTensor and a division by 255 make it. It would be read wrongly, and surely so.
 *
 * @throws InputError 400 for such an image
 */
function checkScale(pixels: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const image = pixels.subarray(i * PIXELS, (i + 1) * PIXELS);
    if (image.some((level) => level < TYPES.FP32.toLevel(0))) continue;
    throw new InputError(
      400,
      `Image ${i + 1} of ${count} has no value below 0, but FP32's scale is grey/127.5 - 1, from -1 ` +
        "to 1. Of values x from 0 to 1 send 2x - 1, or send grey levels from 0 to 255 as UINT8.",
    );
  }
}
