import { expect } from "vitest";
import { randomFrom, seed } from "../random.ts";
import { VECTOR } from "./targets.ts";

type Kernel = (...args: number[]) => void;

/** What the kernels' module exports, beside the addresses of the net's tensors. */
interface Exports {
  memory: WebAssembly.Memory;
  pairPixels: Kernel;
  pairChannels: Kernel;
  convPool: Kernel;
  toFloats: Kernel;
  linear: Kernel;
  relu: Kernel;
  unpackLinear: Kernel;
  adler32(...args: number[]): number;
  unfilter(...args: number[]): number;
  lookUp: Kernel;
  highBytes: Kernel;
  addAlpha: Kernel;
  place: Kernel;
  addRow: Kernel;
  addValues: Kernel;
  addPass: Kernel;
  means: Kernel;
  mix: Kernel;
  contrasts: Kernel;
  takeAlpha(...args: number[]): number;
  isDrawnBright(...args: number[]): number;
  composite: Kernel;
  evenLight: Kernel;
  reduce: Kernel;
  histogram: Kernel;
  mapLevels: Kernel;
  findRuns(...args: number[]): number;
  drawDigit: Kernel;
  measure: Kernel;
}

/** A tensor in the module's memory. */
export interface Placed<View> {
  address: number;
  view: View;
}

/** A typed array's constructor, as far as a tester needs it. */
interface IntegerView<View> {
  BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, address: number, count: number): View;
}

const PAGE = 65536;
const PAGES = 16;

/** Bytes behind a tensor that a kernel may read and must not write. */
const MARGIN = 64;

/** Relative to the sum of the magnitudes that the reference adds up. */
const TOLERANCE = 1e-5;

/**
 * The kernels in an instance of their own, and a stretch of memory that the net does not use.
 *
 * @param module from targets.ts
 */
export class KernelTester {
  readonly kernels: Exports;
  readonly random = randomFrom(seed);
  private readonly margins: Uint8Array[] = [];
  private next: number;

  constructor(module: WebAssembly.Module) {
    this.kernels = new WebAssembly.Instance(module).exports as unknown as Exports;
    this.next = this.kernels.memory.grow(PAGES) * PAGE;
  }

  /** Floats of −1 … 1, with a margin behind them that may be read. */
  input(count: number): Placed<Float32Array> {
    const placed = this.output(count);
    placed.view.forEach((_, i) => {
      placed.view[i] = 2 * this.random() - 1;
    });
    return placed;
  }

  /** Floats that are NaN until a kernel writes them, and so is the margin behind them. */
  output(count: number): Placed<Float32Array> {
    const { address } = this.place(4 * count);
    return { address, view: new Float32Array(this.kernels.memory.buffer, address, count) };
  }

  /** Whole numbers from one to another, both among them, with a margin behind them. */
  integers<View extends Uint8Array | Int16Array | Int32Array>(
    type: IntegerView<View>,
    count: number,
    from: number,
    to: number,
  ): Placed<View> {
    const { address } = this.place(count * type.BYTES_PER_ELEMENT);
    const view = new type(this.kernels.memory.buffer, address, count);
    for (let i = 0; i < count; i++) view[i] = from + Math.floor((to - from + 1) * this.random());
    return { address, view };
  }

  /** Bytes of any value, with a margin behind them that may be read. */
  bytes(count: number): Placed<Uint8Array> {
    return this.integers(Uint8Array, count, 0, 255);
  }

  /** Expects that no kernel has written behind a tensor. */
  expectMarginsIntact(): void {
    for (const margin of this.margins) expect(margin.every((byte) => byte === 0xff)).toBe(true);
  }

  /** Bytes that read as NaN, aligned to a vector and with a margin behind them. */
  private place(bytes: number): Placed<Uint8Array> {
    const address = this.next;
    const { buffer } = this.kernels.memory;
    this.next += Math.ceil(bytes / VECTOR) * VECTOR + MARGIN;
    new Uint8Array(buffer, address, this.next - address).fill(0xff);
    this.margins.push(new Uint8Array(buffer, address + bytes, this.next - address - bytes));
    return { address, view: new Uint8Array(buffer, address, bytes) };
  }
}

/** Sums up products in double precision, and their magnitudes for the tolerance. */
export class Reference {
  private sum = 0;
  private magnitude = 0;

  add(product: number): void {
    this.sum += product;
    this.magnitude += Math.abs(product);
  }

  expectNear(found: number, where: string): void {
    const error = Math.abs(found - this.sum);
    const message = `${where}: ${found}, expected ${this.sum} (SEED=${seed})`;
    expect(error <= TOLERANCE * this.magnitude, message).toBe(true);
  }
}
