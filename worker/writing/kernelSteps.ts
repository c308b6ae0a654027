import type { GreyImage } from "../image/GreyImage.ts";
import { bindPictureKernels, type PictureKernels } from "../image/pictureKernels.ts";
import { SIDE } from "./form/side.ts";
import { reduce } from "./ground/reduce.ts";
import { longerSide, type Plane } from "./Plane.ts";
import type { Steps } from "./Steps.ts";

const LEVELS = 256;

/**
 * The slow steps in kernels: byte for byte what plainSteps returns, for images of the working size at most.
 *
 * @param module build/kernels.wasm, compiled
 */
export function kernelSteps(module: WebAssembly.Module): Steps {
  const picture = bindPictureKernels(module);
  const { kernels, bytes, at } = picture;
  return {
    flatten: (image, side) => flatten(image, side, picture),
    histogramOf(levels) {
      bytes.set(levels, at.picture);
      kernels.histogram(at.picture, levels.length, at.table);
      return new Int32Array(bytes.buffer, at.table, LEVELS).slice();
    },
    mapLevels(levels, table) {
      bytes.set(levels, at.picture);
      bytes.set(table, at.table);
      kernels.mapLevels(at.picture, levels.length, at.table, at.picture);
      return bytes.slice(at.picture, at.picture + levels.length);
    },
    drawDigit({ width, height, levels }) {
      bytes.set(levels, at.picture);
      kernels.drawDigit(at.picture, width, height, at.samples);
      return bytes.slice(at.samples, at.samples + SIDE * SIDE);
    },
  };
}

function flatten(image: GreyImage, side: number, { kernels, bytes, at }: PictureKernels): Plane {
  const { width, height, grey, alpha } = image;
  const isHalved = Math.ceil(longerSide(image) / side) === 2 && Math.min(width, height) > 1;
  if (!alpha && !isHalved) return reduce({ width, height, levels: grey }, side);
  bytes.set(grey, at.picture);
  if (alpha) {
    bytes.set(alpha, at.alpha);
    bytes.fill(0, at.alpha + alpha.length, at.alpha + alpha.length + kernels.VECTOR.value);
    const ground = kernels.isDrawnBright(at.picture, at.alpha, grey.length) ? 0 : 255;
    kernels.composite(at.picture, at.alpha, grey.length, ground);
  }
  const size = { width, height };
  if (isHalved) {
    kernels.halve(at.picture, width, height, at.picture);
    size.width = Math.floor(width / 2);
    size.height = Math.floor(height / 2);
  }
  const levels = bytes.slice(at.picture, at.picture + size.width * size.height);
  return reduce({ ...size, levels }, side);
}
