import { readFileSync } from "node:fs";
import { runTool } from "../commands/run.ts";

/** The kernels as one of kernels/asconfig.json's targets makes them. */
export interface Target {
  target: string;
  module: WebAssembly.Module;
}

const { status, stderr } = runTool("kernels/build.ts", "--debug");
if (status !== 0) throw new Error(stderr);

/** What is deployed. */
export const release: Target = read("release", "kernels.wasm");

/** The same sources with their assertions: a kernel traps where it is called wrongly. */
export const debug: Target = read("debug", "kernels.debug.wasm");

export const targets = [release, debug];

function read(target: string, file: string): Target {
  const bytes = readFileSync(new URL(`../../../build/${file}`, import.meta.url));
  return { target, module: new WebAssembly.Module(bytes) };
}

const numbers = new WebAssembly.Instance(release.module).exports as Record<
  "OUTPUT_TILE" | "ROW" | "VECTOR",
  WebAssembly.Global
>;

/** Outputs that `linear` computes at once. */
export const OUTPUT_TILE: number = numbers.OUTPUT_TILE.value;

/** Bytes from one row of pairs to the next, and numbers of 16 bits. */
export const ROW: number = numbers.ROW.value;
export const ROW_NUMBERS: number = ROW / 2;

/** Bytes of one vector. */
export const VECTOR: number = numbers.VECTOR.value;
