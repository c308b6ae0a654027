import type { Subject } from "./timing.ts";

type Kernel = (...args: number[]) => void;

const PAGE = 65536;

/**
 * The kernels of the net in its order, on zeros in memory of their own.
 *
 * @param instance of build/kernels.wasm
 */
export function kernelCalls({ exports }: WebAssembly.Instance): Subject[] {
  const x = (exports.memory as WebAssembly.Memory).grow(3) * PAGE;
  const w = x + PAGE;
  const y = w + PAGE;
  const kernels = exports as unknown as Record<string, Kernel>;
  const { convPool, linear, pairChannels, pairPixels, relu, toFloats } = kernels;
  const numbers = exports as unknown as Record<string, WebAssembly.Global>;
  const [tile, vector]: number[] = [numbers.OUTPUT_TILE.value, numbers.VECTOR.value];
  return [
    { name: "pairPixels 28×28", call: () => pairPixels(x, y, 28) },
    { name: "convPool 1→2 channels, 28×28", call: () => convPool(x, w, w, y, 2, 3, 2, 3, 12) },
    { name: "pairChannels 2×12×12", call: () => pairChannels(x, y, 12, 12, 11) },
    { name: "convPool 2→6 channels, 12×12", call: () => convPool(x, w, w, y, 6, 5, vector, 1, 4) },
    { name: "toFloats 6×4×4", call: () => toFloats(x, y, 96) },
    { name: "linear 96→32", call: () => linear(x, w, w, y, 96, 32) },
    { name: "relu 32", call: () => relu(y, 32) },
    { name: "linear 32→10", call: () => linear(x, w, w, y, 32, tile) },
  ];
}
