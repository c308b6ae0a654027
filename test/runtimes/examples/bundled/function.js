import { bindClassifier, classifyImage } from "mnist-classifier";
import kernels from "mnist-classifier/kernels.wasm";
import weights from "mnist-classifier/weights";

const classifier = bindClassifier({
  kernels: await WebAssembly.compile(kernels),
  weights: weights.buffer,
});

export const classify = (file) => classifyImage(file, classifier).digit;
