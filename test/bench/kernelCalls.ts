/** A kernel with the shapes that it has in the net. */
export interface KernelCall {
  name: string;
  call: () => void;
}

type Kernel = (...args: number[]) => void;

const PAGE = 65536;

/**
 * The kernels of the net in its order, on zeros in memory of their own.
 *
 * @param instance of build/kernels.wasm
 */
export function kernelCalls({ exports }: WebAssembly.Instance): KernelCall[] {
  const x = (exports.memory as WebAssembly.Memory).grow(3) * PAGE;
  const w = x + PAGE;
  const y = w + PAGE;
  const kernels = exports as unknown as Record<string, Kernel>;
  const { conv2d, linear, maxPool2d, relu, splitFloats, splitPixels } = kernels;
  return [
    { name: "splitPixels 28×28", call: () => splitPixels(x, y, 28, 28) },
    { name: "conv2d 1→2 channels, 28×28", call: () => conv2d(x, w, w, y, 1, 2, 28, 28) },
    { name: "maxPool2d 2×24×24", call: () => maxPool2d(x, y, 2 * 24, 24) },
    { name: "relu 2×12×12", call: () => relu(y, 2 * 12 * 12) },
    { name: "splitFloats 2×12×12", call: () => splitFloats(x, y, 2 * 12, 12) },
    { name: "conv2d 2→6 channels, 12×12", call: () => conv2d(x, w, w, y, 2, 6, 12, 12) },
    { name: "maxPool2d 6×8×8", call: () => maxPool2d(x, y, 6 * 8, 8) },
    { name: "linear 96→32", call: () => linear(x, w, w, y, 96, 32) },
    { name: "linear 32→10", call: () => linear(x, w, w, y, 32, 10) },
  ];
}
