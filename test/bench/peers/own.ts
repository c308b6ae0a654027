import { createClassifier } from "../../../worker/adapters/node.ts";
import { PIXELS } from "../../../worker/classifier/kernels.ts";
import { argmax } from "../../../worker/classifier/softmax.ts";
import { naiveNet } from "../naiveNet.ts";
import { readParameters } from "../parameters.ts";
import type { Engine } from "./engine.ts";
import { bundled, gzipped } from "./shipped.ts";

/** This project's kernels, through the classifier that the service uses, softmax included. */
export async function ownKernels(): Promise<Engine> {
  const classifier = await createClassifier();
  const program = 'export { bindClassifier } from "./worker/classifier/classifier.ts"';
  return {
    name: "mnist-classifier",
    gzipBytes: gzipped(
      "build/kernels.wasm",
      "build/mnist-classifier.bin",
      await bundled(program, process.cwd()),
    ),
    classify: ({ pixels, count }) =>
      classifier.classifyBatch(pixels, count).map(({ digit }) => digit),
  };
}

/** The same net written down in plain JavaScript. */
export async function plainJavaScript(): Promise<Engine> {
  const net = naiveNet(readParameters());
  const program = 'export { naiveNet } from "./test/bench/naiveNet.ts"';
  return {
    name: "JavaScript, plain loops",
    gzipBytes: gzipped(
      "weights/mnist-classifier.safetensors",
      await bundled(program, process.cwd()),
    ),
    classify: ({ pixels, count }) =>
      Array.from({ length: count }, (_, i) =>
        argmax(net(pixels.subarray(PIXELS * i, PIXELS * (i + 1)))),
      ),
  };
}
