import { readFileSync } from "node:fs";
import { join } from "node:path";
import { classifyImage } from "../worker/adapters/classifyImage.ts";
import { bindClassifier } from "../worker/classifier/classifier.ts";

const SAMPLES = join(import.meta.dirname, "..", "samples");

/**
 * Of the samples 0.png to 9.png, those that have to be classified correctly: any trained model
 * does more, and weights that the kernels read in another order one or two by chance.
 */
const ENOUGH = 6;

/**
 * Classifies a sample of each digit with the kernels and weights that are about to be served.
 *
 * @param kernels build/kernels.wasm, compiled
 * @param packed as packWeights returns it
 * @throws Error that says what the samples were taken for, and where to look
 */
export function smokeTest(kernels: WebAssembly.Module, packed: Uint8Array): void {
  const classifier = bindClassifier({ kernels, weights: new Uint8Array(packed).buffer });
  const found = classifier.labels.map(
    (label) => classifyImage(readFileSync(join(SAMPLES, `${label}.png`)), classifier).digit,
  );
  if (found.filter((digit, expected) => digit === expected).length >= ENOUGH) return;
  throw new Error(
    `samples/0.png to samples/9.png are classified as ${found.join(", ")}.\n` +
      "Your own weights: were they trained on the inputs that weights/README.md describes?\n" +
      "The project's weights: do kernels/ and weights/layOut.ts agree? `npx vitest run --project " +
      "unit test/unit/kernels` compares each layer with PyTorch's.",
  );
}
