/**
 * `node test/bench/coldStart.ts`: what a fresh process pays before the code is optimised, in
 * milliseconds. bench.ts starts it many times.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bindClassifier } from "../../worker/classifier/classifier.ts";
import { SEVEN_PIXELS } from "./images.ts";

/** Milliseconds, one step after the other. */
export interface ColdStart {
  /** V8's compilation of build/kernels.wasm. */
  compile: number;
  /** The instance, with the weights in its memory. */
  bind: number;
  firstCall: number;
  /** The first call among them. */
  first100Calls: number;
}

if (import.meta.main) console.log(JSON.stringify(startCold()));

/** Starts cold in a fresh process. */
export function spawnColdStart(): ColdStart {
  const program = fileURLToPath(import.meta.url);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
  if (status !== 0) throw new Error(`a cold start has failed:\n${stderr}`);
  return JSON.parse(stdout);
}

function startCold(): ColdStart {
  const kernels = readBuilt("kernels.wasm");
  const weights = readBuilt("mnist-classifier.bin");
  const start = performance.now();
  const module = new WebAssembly.Module(kernels);
  const compiled = performance.now();
  const classifier = bindClassifier({ kernels: module, weights });
  const bound = performance.now();
  classifier.classify(SEVEN_PIXELS);
  const called = performance.now();
  for (let i = 1; i < 100; i++) classifier.classify(SEVEN_PIXELS);
  const end = performance.now();
  return {
    compile: compiled - start,
    bind: bound - compiled,
    firstCall: called - bound,
    first100Calls: end - bound,
  };
}

function readBuilt(name: string): ArrayBuffer {
  return new Uint8Array(readFileSync(new URL(`../../build/${name}`, import.meta.url))).buffer;
}
