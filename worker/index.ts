import kernels from "../build/kernels.wasm";
import weights from "../build/mnist-classifier.safetensors";
import { createApp } from "./app.ts";
import { createClassifier } from "./classifier/classifier.ts";

/** The Cloudflare Worker: binds the kernels and weights that the build has made and verified. */
export default createApp({ classifier: createClassifier({ kernels, weights }) });
