import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readParameters } from "../parameters.ts";
import { digitsOf, type Engine } from "./engine.ts";
import { PEERS, requirePeer } from "./install.ts";
import { INPUT, OUTPUT, onnxModel } from "./onnx.ts";
import { bundled, gzipped } from "./shipped.ts";

/** What is used of ONNX Runtime's interface, which is the same for both packages. */
interface OnnxRuntime {
  env: { wasm: { numThreads: number } };
  Tensor: new (type: "float32", data: Float32Array, dims: number[]) => unknown;
  InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> };
}

interface Session {
  run(feeds: Record<string, unknown>): Promise<Record<string, { data: Float32Array }>>;
}

const modules = join(PEERS, "node_modules");
const ONE_THREAD = { intraOpNumThreads: 1, interOpNumThreads: 1 };

/** onnxruntime-web: its WebAssembly with SIMD, which brings no weights. */
export async function onnxRuntimeWeb(): Promise<Engine> {
  const runtime = requirePeer("onnxruntime-web") as OnnxRuntime;
  runtime.env.wasm.numThreads = 1;
  const model = onnxModel(readParameters());
  const program = 'export { env, InferenceSession, Tensor } from "onnxruntime-web/wasm"';
  const wasm = join(modules, "onnxruntime-web/dist/ort-wasm-simd-threaded.wasm");
  return {
    name: "onnxruntime-web",
    gzipBytes: gzipped(model, wasm, await bundled(program, PEERS)),
    classify: await session(runtime, model, {}),
  };
}

/** onnxruntime-node: native code for this platform. */
export async function onnxRuntimeNode(): Promise<Engine> {
  const runtime = requirePeer("onnxruntime-node") as OnnxRuntime;
  const model = onnxModel(readParameters());
  const folder = join(modules, "onnxruntime-node/bin/napi-v6", process.platform, process.arch);
  return {
    name: "onnxruntime-node",
    gzipBytes: gzipped(model, ...readdirSync(folder).map((name) => join(folder, name))),
    classify: await session(runtime, model, ONE_THREAD),
  };
}

async function session(
  { InferenceSession, Tensor }: OnnxRuntime,
  model: Uint8Array,
  options: object,
): Promise<Engine["classify"]> {
  const opened = await InferenceSession.create(model, { logSeverityLevel: 3, ...options });
  return async ({ floats, count }) => {
    const image = new Tensor("float32", floats, [count, 1, 28, 28]);
    const { [OUTPUT]: logits } = await opened.run({ [INPUT]: image });
    return digitsOf(logits.data);
  };
}
