import { describe, expect, it } from "vitest";
import { instancePool } from "../../../../worker/image/jpeg/instancePool.ts";
import { imageStream } from "../../../../worker/image/jpeg/stream.ts";
import { checkStructure } from "../../../../worker/image/jpeg/structure.ts";
import { openTurboJpeg, type TurboJpeg } from "../../../../worker/image/jpeg/turboJpeg.ts";
import { turboJpeg } from "./decode.ts";
import { reassemble } from "./parts.ts";
import { writeJpeg } from "./writeJpeg.ts";

const small = { width: 16, height: 16, sampling: [[1, 1]] as [number, number][], marker: 0xc0 };
const sound = reassemble(writeJpeg(small, (_, x, y) => 90 * x + 60 * y));
const parts = writeJpeg(small, () => 7);
const broken = reassemble(
  parts.map((part) => (part.scan ? { ...part, scan: Buffer.from([0]) } : part)),
);
/** Coefficients of 17 MB. */
const large = reassemble(writeJpeg({ ...small, width: 3000, height: 2900, marker: 0xc2 }, () => 7));

/** Decodes a file, at an eighth of its size, with whatever instance the pool has. */
function decode(pool: ReturnType<typeof instancePool>, file: Uint8Array): TurboJpeg {
  const structure = checkStructure(file);
  const [width, height] = [structure.frame.width, structure.frame.height].map((side) =>
    Math.ceil(side / 8),
  );
  const instance = pool.take();
  instance.decode(imageStream(file, structure), width, height);
  pool.giveBack(instance);
  return instance;
}

describe("instancePool", () => {
  const open = () => openTurboJpeg(turboJpeg);

  it("keeps an instance as long as nothing is wrong with it", () => {
    const pool = instancePool(open);
    const first = decode(pool, sound);
    for (let i = 0; i < 100; i++) expect(decode(pool, sound)).toBe(first);
    expect(first.memoryBytes()).toBeLessThan(2 ** 20);
  });

  it("has one at a time, of however many large files", () => {
    const pool = instancePool(open);
    const first = decode(pool, large);
    expect(first.memoryBytes()).toBeGreaterThan(16 * 2 ** 20);
    const memory = first.memoryBytes();
    for (let i = 0; i < 3; i++) expect(decode(pool, large)).toBe(first);
    expect(first.memoryBytes()).toBe(memory);
  });

  it("has another one in the end, where the decoder has stopped on errors", () => {
    const pool = instancePool(open);
    const instances = Array.from({ length: 100 }, () => decode(pool, broken));
    expect(new Set(instances).size).toBeGreaterThanOrEqual(3);
    expect(Math.max(...instances.map((instance) => instance.stops()))).toBeLessThanOrEqual(33);
  });

  it("decodes as before where an instance has stopped as often as it may", () => {
    const structure = checkStructure(sound);
    const instance = open();
    const expected = instance.decode(imageStream(sound, structure), 16, 16);
    for (let i = 0; i < 33; i++) {
      expect(instance.decode(imageStream(broken, checkStructure(broken)), 16, 16)).toBeNull();
    }
    expect(instance.decode(imageStream(sound, structure), 16, 16)).toEqual(expected);
  });
});
