import type { GreyImage } from "../image/GreyImage.ts";
import { bindPictureKernels, type PictureKernels } from "../image/pictureKernels.ts";
import type { Arena } from "./Arena.ts";
import { SIDE } from "./form/side.ts";
import { longerSide, type Plane } from "./Plane.ts";
import type { Steps } from "./Steps.ts";
import { mostRuns, type Runs, runsOf } from "./shapes/runs.ts";

const LEVELS = 256;

/**
 * The slow steps in kernels: byte for byte what plainSteps returns, for images of the working size at most.
 *
 * @param module build/kernels.wasm, compiled
 * @param arena that pixels of what is cut out are taken from; they have their own buffers where there is none
 */
export function kernelSteps(module: WebAssembly.Module, arena?: Arena): Steps {
  const picture = bindPictureKernels(module);
  const { kernels, bytes, at } = picture;
  const take = (length: number) => arena?.take(length) ?? new Uint8Array(length);
  const digit = bytes.subarray(at.samples, at.samples + SIDE * SIDE);
  const measures = new Int32Array(bytes.buffer, at.table, 2);
  return {
    bytes: take,
    flatten: (image, side) => flatten(image, side, picture),
    reduce: (plane, side) => reduce(plane, side, picture),
    evenLight({ width, height, levels }, isDark) {
      const output = at.picture + levels.length + kernels.VECTOR.value;
      bytes.set(levels, at.picture);
      kernels.evenLight(at.picture, width, height, isDark ? 0 : 255, output);
      return { width, height, levels: bytes.slice(output, output + levels.length) };
    },
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
    findRuns: (plane, weak, strong) => findRuns(plane, weak, strong, picture),
    follow() {},
    drawDigit({ width, height, levels }) {
      bytes.set(levels, at.picture);
      kernels.drawDigit(at.picture, width, height, at.samples);
      kernels.measure(at.picture, width, height, at.table);
      const pixels = take(SIDE * SIDE);
      pixels.set(digit);
      return {
        pixels,
        area: measures[0],
        outline: measures[1],
        stray: kernels.strayShare(at.samples),
      };
    },
  };
}

function flatten(image: GreyImage, side: number, picture: PictureKernels): Plane {
  const { width, height, grey, alpha } = image;
  if (!alpha) return reduce({ width, height, levels: grey }, side, picture);
  const { kernels, bytes, at } = picture;
  bytes.set(grey, at.picture);
  bytes.set(alpha, at.alpha);
  bytes.fill(0, at.alpha + alpha.length, at.alpha + alpha.length + kernels.VECTOR.value);
  const ground = kernels.isDrawnBright(at.picture, at.alpha, grey.length) ? 0 : 255;
  kernels.composite(at.picture, at.alpha, grey.length, ground);
  return reducePicture(image, side, picture);
}

function reduce(plane: Plane, side: number, picture: PictureKernels): Plane {
  if (longerSide(plane) <= side) return plane;
  picture.bytes.set(plane.levels, picture.at.picture);
  return reducePicture(plane, side, picture);
}

/** Averages what lies in the kernels' memory down. */
function reducePicture(
  { width, height }: { width: number; height: number },
  side: number,
  { kernels, bytes, at }: PictureKernels,
): Plane {
  const factor = Math.ceil(longerSide({ width, height }) / side);
  const size = {
    width: Math.max(1, Math.floor(width / factor)),
    height: Math.max(1, Math.floor(height / factor)),
  };
  if (factor > 1) kernels.reduce(at.picture, width, height, factor, at.picture);
  return { ...size, levels: bytes.slice(at.picture, at.picture + size.width * size.height) };
}

function findRuns(
  { width, height, levels }: Plane,
  weak: number,
  strong: number,
  { kernels, bytes, at }: PictureKernels,
): Runs | null {
  const [starts, isInk, isStrong] = [at.alpha, at.rows, at.samples];
  bytes.set(levels, at.picture);
  const most = mostRuns(levels.length);
  const count = kernels.findRuns(
    at.picture,
    width,
    height,
    weak,
    strong,
    most,
    starts,
    isInk,
    isStrong,
  );
  if (count < 0) return null;
  return runsOf(
    new Int32Array(bytes.buffer, starts, count + 1).slice(),
    bytes.slice(isInk, isInk + count),
    bytes.slice(isStrong, isStrong + count),
  );
}
