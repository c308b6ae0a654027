import { join } from "node:path";
import { type Parameters, readParameters } from "../parameters.ts";
import { digitsOf, type Engine } from "./engine.ts";
import { PEERS, requirePeer } from "./install.ts";
import { bundled, gzipped } from "./shipped.ts";

interface Tensor {
  dataSync(): Float32Array;
}

type Pair = [height: number, width: number];
type Activation = { activation: "relu" | "linear" };

/** What is used of @tensorflow/tfjs-core. */
interface TensorFlow {
  env(): { set(flag: string, value: boolean): void };
  setBackend(name: string): Promise<boolean>;
  tensor(values: Float32Array, shape: number[]): Tensor;
  transpose(tensor: Tensor, order: number[]): Tensor;
  reshape(tensor: Tensor, shape: number[]): Tensor;
  maxPool(tensor: Tensor, size: Pair, strides: Pair, padding: "valid"): Tensor;
  tidy<Result>(body: () => Result): Result;
  fused: {
    conv2d(options: { x: Tensor; filter: Tensor; strides: Pair; pad: "valid" } & Fused): Tensor;
    matMul(options: { a: Tensor; b: Tensor } & Fused): Tensor;
  };
}

type Fused = { bias: Tensor } & Activation;

/** @tensorflow/tfjs-backend-wasm. */
interface Backend {
  setWasmPaths(folder: string): void;
}

const dist = join(PEERS, "node_modules/@tensorflow/tfjs-backend-wasm/dist/");

/** TensorFlow.js's WebAssembly with SIMD, convolution, bias and ReLU in one operator. */
export async function tensorFlowWasm(): Promise<Engine> {
  const tf = requirePeer("@tensorflow/tfjs-core") as TensorFlow;
  const backend = requirePeer("@tensorflow/tfjs-backend-wasm") as Backend;
  backend.setWasmPaths(dist);
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await tf.setBackend("wasm"))) throw new Error("TensorFlow.js has no WebAssembly backend");

  const program =
    'export { env, fused, maxPool, reshape, setBackend, tensor, tidy } from "@tensorflow/tfjs-core";' +
    'export { setWasmPaths } from "@tensorflow/tfjs-backend-wasm"';
  return {
    name: "TensorFlow.js WASM",
    gzipBytes: gzipped(
      "weights/mnist-classifier.safetensors",
      join(dist, "tfjs-backend-wasm-simd.wasm"),
      await bundled(program, PEERS),
    ),
    classify: network(tf, readParameters()),
  };
}

/** Images are [n][y][x][channels] here, and weights have their outputs last. */
function network(tf: TensorFlow, parameters: Parameters): Engine["classify"] {
  const { fused } = tf;
  const relu: Activation = { activation: "relu" };
  const filter = (values: Float32Array, outputs: number, inputs: number) =>
    tf.transpose(tf.tensor(values, [outputs, inputs, 5, 5]), [2, 3, 1, 0]);
  const conv1 = filter(parameters["conv1.weight"], 2, 1);
  const conv2 = filter(parameters["conv2.weight"], 6, 2);
  // PyTorch flattens [channels][y][x].
  const fc1 = tf.reshape(
    tf.transpose(tf.tensor(parameters["fc1.weight"], [32, 6, 4, 4]), [2, 3, 1, 0]),
    [96, 32],
  );
  const fc2 = tf.transpose(tf.tensor(parameters["fc2.weight"], [10, 32]), [1, 0]);
  const [bias1, bias2, bias3, bias4] = (["conv1", "conv2", "fc1", "fc2"] as const).map((layer) => {
    const values = parameters[`${layer}.bias`];
    return tf.tensor(values, [values.length]);
  });
  const convolve = (x: Tensor, weight: Tensor, bias: Tensor) =>
    fused.conv2d({ x, filter: weight, bias, strides: [1, 1], pad: "valid", ...relu });
  const pool = (x: Tensor) => tf.maxPool(x, [2, 2], [2, 2], "valid");

  return ({ floats, count }) =>
    tf.tidy(() => {
      const image = tf.tensor(floats, [count, 28, 28, 1]);
      const first = pool(convolve(image, conv1, bias1));
      const second = pool(convolve(first, conv2, bias2));
      const features = tf.reshape(second, [count, 96]);
      const hidden = fused.matMul({ a: features, b: fc1, bias: bias3, ...relu });
      const logits = fused.matMul({ a: hidden, b: fc2, bias: bias4, activation: "linear" });
      return digitsOf(logits.dataSync());
    });
}
