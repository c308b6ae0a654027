/**
 * `npm run bench`: the time of each kernel, of the whole net, and of the pipeline around it, on
 * this machine and in this process. Minimum, median and 95th percentile in microseconds.
 */
import { readFileSync } from "node:fs";
import { bench, do_not_optimize, run } from "mitata";
import { createClassifier } from "../../worker/adapters/node.ts";
import { createApp } from "../../worker/app.ts";
import { bindKernels } from "../../worker/classifier/kernels.ts";
import { readWeights } from "../../worker/classifier/weights.ts";
import { toDigit } from "../../worker/image/digit.ts";
import { decodePng } from "../../worker/image/png.ts";
import { defaultLimits } from "../../worker/limits.ts";
import { kernelCalls } from "./kernelCalls.ts";

const root = new URL("../../", import.meta.url);
const seven = readFileSync(new URL("samples/7.png", root));
const three = readFileSync(new URL("samples/3-large-black-on-white.png", root));

const module = new WebAssembly.Module(readFileSync(new URL("build/kernels.wasm", root)));
const weights = new Uint8Array(readFileSync(new URL("build/mnist-classifier.safetensors", root)));
const net = bindKernels(new WebAssembly.Instance(module), readWeights(weights.buffer));
const digit = toDigit(decodePng(seven, defaultLimits));
net.pixels.set(digit);

const classifier = await createClassifier();
const app = createApp({ classifier });

for (const { name, call } of kernelCalls(new WebAssembly.Instance(module))) bench(name, call);
bench("net: 28×28 pixels → logits", () => net.forward());
bench("classify: pixels → probabilities", () => do_not_optimize(classifier.classify(digit)));
bench("decode a 28×28 PNG", () => do_not_optimize(decodePng(seven, defaultLimits)));
bench("decode a 280×280 PNG and make it 28×28", () =>
  do_not_optimize(toDigit(decodePng(three, defaultLimits))),
);
bench("request: POST /model/predict, 28×28", async () => {
  const response = await app.request("/model/predict", { method: "POST", body: seven });
  do_not_optimize(await response.text());
});

const { benchmarks } = await run({ format: "quiet" });
const cell = (nanoseconds: number) => (nanoseconds / 1000).toFixed(2).padStart(10);
console.log(`${"µs".padEnd(42)}${["min", "median", "p95"].map((s) => s.padStart(10)).join("")}`);
for (const { alias, runs } of benchmarks) {
  const { stats } = runs[0];
  if (!stats) throw runs[0].error;
  const { min, p50, samples } = stats;
  const p95 = samples[Math.floor(0.95 * samples.length)];
  console.log(alias.padEnd(42) + [min, p50, p95].map(cell).join(""));
}
