import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import asc from "assemblyscript/asc";

/** The net's multiplications, each with an addition: conv1, conv2, fc1, fc2. */
const MULTIPLY_ADDS = 2 * 24 * 24 * 25 + 6 * 8 * 8 * 50 + 96 * 32 + 32 * 10;

/** Floats in a vector. */
const LANES = 4;

/**
 * Sums that do not wait for each other: fourteen and the constant fill V8's fifteen registers. Fewer
 * wait for the latency of an addition (six take twice as long), more are spilled to memory.
 */
const SUMS = Array.from({ length: 14 }, (_, i) => `s${i}`);

/** 918, rounded up: 0.03 % more than the net has. */
const ROUNDS = Math.ceil(MULTIPLY_ADDS / LANES / SUMS.length);

/** Nothing in the loop but arithmetic; all sums go into the result, so that none can be left out. */
const SOURCE = `export function limit(factor: f32): f32 {
  const x: v128 = f32x4.splat(factor);
  ${SUMS.map((sum, i) => `let ${sum}: v128 = f32x4.splat(${i});`).join("\n  ")}
  for (let round: i32 = 0; round < ${ROUNDS}; round++) {
    ${SUMS.map((sum) => `${sum} = f32x4.add(f32x4.mul(${sum}, x), x);`).join("\n    ")}
  }
  return f32x4.extract_lane(${SUMS.reduce((all, sum) => `f32x4.add(${all}, ${sum})`)}, 0);
}
`;

/** Any factor does with which the sums stay finite, and normal. */
const FACTOR = 0.5;

/** Where the module is left, to be looked into. */
const folder = new URL("../../build/bench/", import.meta.url);

/**
 * The arithmetic limit of floats on this machine: as many multiply-adds of four lanes as the net
 * needs, 12,848, without a load. Compiled with the kernels' options.
 *
 * @returns a function that runs them once
 */
export async function compileLimit(): Promise<() => number> {
  const config = new URL("../../kernels/asconfig.json", import.meta.url);
  const { options, targets } = JSON.parse(readFileSync(config, "utf8"));
  const { error, binary, stderr } = await asc.compileString(SOURCE, {
    ...options,
    ...targets.release,
  });
  if (error || !binary) throw new Error(`the limit does not compile:\n${stderr.toString()}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("limit.wasm", folder), binary);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(binary)));
  const limit = exports.limit as (factor: number) => number;
  return () => limit(FACTOR);
}
