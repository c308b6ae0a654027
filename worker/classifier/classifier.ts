import type { Judgement } from "../writing/Judge.ts";
import { bindKernels, CLASSES, PIXELS } from "./kernels.ts";
import { type ModelMetadata, readPackedWeights } from "./packedWeights.ts";
import { argmax, softmax } from "./softmax.ts";

/** The digits, as the net's outputs stand for them. */
const LABELS = Object.freeze(Array.from({ length: CLASSES }, (_, digit) => String(digit)));

/** What a Classifier is made of. */
export interface ClassifierParts {
  /** build/kernels.wasm, compiled. */
  kernels: WebAssembly.Module;
  /** build/mnist-classifier.bin, the weights packed for these kernels. */
  weights: ArrayBuffer;
}

/** What the net makes of an image. */
export interface Classification {
  /** The likeliest class, 0 … 9. */
  digit: number;
  /** Its probability, 0 … 1. */
  probability: number;
  /** Of each digit, they sum to 1. */
  probabilities: Float32Array;
  /** The net's outputs before softmax. */
  logits: Float32Array;
}

/** MyConvNet with its weights. */
export interface Classifier {
  /** The module that it runs, which has kernels for decoding pictures, too. */
  readonly kernels: WebAssembly.Module;
  /** What the weights file says of its model. */
  readonly metadata: ModelMetadata;
  /** The names of the classes, in the order of the net's outputs. */
  readonly labels: readonly string[];
  /**
   * Classifies one image. Synchronous, and keeps nothing from one call to the next.
   *
   * @param pixels grey levels [28][28], row-major, light ink on a dark ground
   * @throws TypeError if they are not a Uint8Array, RangeError if there are not 784 of them
   */
  classify(pixels: Uint8Array): Classification;
  /**
   * Classifies several images, one behind the other.
   *
   * @param pixels grey levels [n][28][28], for any n
   * @param n how many images there are, if that is to be checked
   * @returns a classification an image, in their order
   * @throws TypeError if they are not a Uint8Array, RangeError if there are not n times 784 of them
   */
  classifyBatch(pixels: Uint8Array, n?: number): Classification[];
  /**
   * Runs the net on one image, for those who need no probabilities.
   *
   * @param pixels as classify takes them
   * @param bytes lends so many, which the features are put into
   */
  forward(pixels: Uint8Array, bytes: (length: number) => Uint8Array): Judgement;
}

/**
 * Binds kernels and weights that are at hand; `createClassifier` of an adapter loads them first.
 *
 * @throws Error if the weights are not packed, or for other kernels
 * @example
 * ```ts
 * const classifier = bindClassifier({ kernels, weights });
 * const { digit, probability } = classifier.classify(pixels);
 * ```
 */
export function bindClassifier({ kernels, weights: file }: ClassifierParts): Classifier {
  const weights = readPackedWeights(file);
  const net = bindKernels(new WebAssembly.Instance(kernels), weights);

  const forward = (pixels: Uint8Array) => {
    net.pixels.set(pixels);
    net.forward();
  };
  const run = (pixels: Uint8Array): Classification => {
    forward(pixels);
    const logits = net.logits.slice();
    const probabilities = softmax(logits);
    const digit = argmax(logits);
    return { digit, probability: probabilities[digit], probabilities, logits };
  };
  return {
    kernels,
    metadata: weights.metadata,
    labels: LABELS,
    classify(pixels) {
      checkLength(pixels, 1);
      return run(pixels);
    },
    classifyBatch(pixels, n = Math.ceil(pixels.length / PIXELS)) {
      checkLength(pixels, n);
      const classifications: Classification[] = [];
      for (let start = 0; start < pixels.length; start += PIXELS) {
        classifications.push(run(pixels.subarray(start, start + PIXELS)));
      }
      return classifications;
    },
    forward(pixels, bytes) {
      checkLength(pixels, 1);
      forward(pixels);
      const { byteLength, length } = net.features;
      const { buffer, byteOffset } = bytes(byteLength);
      const features = new Float32Array(buffer, byteOffset, length);
      features.set(net.features);
      return { features, logits: net.logits.slice() };
    },
  };
}

/** Floats from 0 to 1 would be cut to 0 and 1, and the answer be wrong without a word. */
function checkLength(pixels: Uint8Array, n: number): void {
  if (!(pixels instanceof Uint8Array)) checkType(pixels);
  const { length } = pixels;
  if (length === n * PIXELS) return;
  const images = n === 1 ? "28×28" : `${n}×28×28`;
  throw new RangeError(`${length} pixels, expected ${images} = ${n * PIXELS}`);
}

/** By name: an array from another realm, as of a page's frame, is not an instance of this one's. */
function checkType(pixels: unknown): void {
  const type = Object.prototype.toString.call(pixels).slice("[object ".length, -1);
  if (["Uint8Array", "Uint8ClampedArray"].includes(type)) return;
  throw new TypeError(`pixels must be a Uint8Array of grey levels 0 … 255, not ${type}`);
}
