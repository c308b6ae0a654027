import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { seed } from "../../random.ts";
import { targets } from "../targets.ts";
import { KernelTester } from "../tester.ts";

/** Few and many, up to more than are added without a division. */
const COUNTS = [...Array.from({ length: 70 }, (_, i) => i), 4095, 4096, 4097, 12_345, 100_000];

/** zlib's own, which stands at the end of its streams. */
function reference(bytes: Uint8Array): number {
  return deflateSync(bytes, { level: 0 }).subarray(-4).readUInt32BE();
}

describe.each(targets)("adler32, $target", ({ module }) => {
  it.each([
    ["random bytes", 0, 255],
    ["the largest bytes", 255, 255],
  ])("is zlib's, of %s", (_, from, to) => {
    for (const count of COUNTS) {
      const tester = new KernelTester(module);
      const bytes = tester.integers(Uint8Array, count, from, to);
      const half = count >> 1;
      const first = tester.kernels.adler32(bytes.address, half, 1);
      const all = tester.kernels.adler32(bytes.address + half, count - half, first);
      expect(all >>> 0, `${count} bytes, SEED=${seed}`).toBe(reference(bytes.view));
    }
  });
});
