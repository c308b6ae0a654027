import { bindKernels, PIXELS } from "./kernels.ts";
import { argmax, softmax } from "./softmax.ts";
import { type ModelMetadata, readWeights } from "./weights.ts";

/** What a Classifier is made of. */
export interface ClassifierParts {
  /** build/kernels.wasm, compiled. */
  kernels: WebAssembly.Module;
  /** A safetensors file with MyConvNet's weights. */
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
  /** What the weights file says of its model. */
  readonly metadata: ModelMetadata;
  /**
   * Classifies one image. Synchronous, and keeps nothing from one call to the next.
   *
   * @param pixels grey levels [28][28], row-major, light ink on a dark ground
   * @throws RangeError if there are not 784 of them
   */
  classify(pixels: Uint8Array): Classification;
}

/**
 * Binds kernels and weights.
 *
 * @throws Error if the weights are not MyConvNet's
 * @example
 * ```ts
 * const classifier = createClassifier({ kernels, weights });
 * const { digit, probability } = classifier.classify(pixels);
 * ```
 */
export function createClassifier({ kernels, weights: file }: ClassifierParts): Classifier {
  const weights = readWeights(file);
  const net = bindKernels(new WebAssembly.Instance(kernels), weights);

  return {
    metadata: weights.metadata,
    classify(pixels) {
      if (pixels.length !== PIXELS) {
        throw new RangeError(`${pixels.length} pixels, expected 28×28 = ${PIXELS}`);
      }
      net.pixels.set(pixels);
      net.forward();
      const logits = net.logits.slice();
      const probabilities = softmax(logits);
      const digit = argmax(logits);
      return { digit, probability: probabilities[digit], probabilities, logits };
    },
  };
}
