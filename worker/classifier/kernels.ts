import { SIDE } from "../writing/form/side.ts";
import type { PackedWeights } from "./packedWeights.ts";

/** Pixels of the net's input. */
export const PIXELS = SIDE * SIDE;

/** What the convolutions make of the net's input: [6][4][4]. */
export const FEATURES = 96;

/** Classes of the net's output. */
export const CLASSES = 10;

/** What the module built from kernels/ exports for the net; the globals are addresses in bytes. */
interface NetExports {
  memory: WebAssembly.Memory;
  unpack(): void;
  forward(): void;
  pixels: WebAssembly.Global;
  pool2: WebAssembly.Global;
  logits: WebAssembly.Global;
  parameters: WebAssembly.Global;
  parametersEnd: WebAssembly.Global;
}

/** The net in a WebAssembly instance; its input and output are views of the memory. */
export interface Net {
  /** Where an image is put, grey levels [28][28]. */
  pixels: Uint8Array;
  /** What `forward` leaves: of the convolutions [96], and at the end [10]. */
  features: Float32Array;
  logits: Float32Array;
  forward(): void;
}

/**
 * Loads packed weights into the kernels' memory.
 *
 * @param instance of build/kernels.wasm, to be used by this net alone
 * @throws Error if the weights were packed for other kernels
 */
export function bindKernels(instance: WebAssembly.Instance, { parameters }: PackedWeights): Net {
  const net = instance.exports as unknown as NetExports;
  const { buffer } = net.memory;
  const expected = net.parametersEnd.value - net.parameters.value;
  if (parameters.length !== expected) {
    throw new Error(
      `the weights hold ${parameters.length} bytes of parameters, the kernels read ${expected}; ` +
        "`npm run build` makes both",
    );
  }
  new Uint8Array(buffer).set(parameters, net.parameters.value);
  net.unpack();
  return {
    pixels: new Uint8Array(buffer, net.pixels.value, PIXELS),
    features: new Float32Array(buffer, net.pool2.value, FEATURES),
    logits: new Float32Array(buffer, net.logits.value, CLASSES),
    forward: net.forward,
  };
}
