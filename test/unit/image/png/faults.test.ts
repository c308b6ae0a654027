import { syncBuiltinESMExports } from "node:module";
import zlib from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { defaultLimits } from "../../../../worker/settings/limits.ts";
import { cpuTime } from "../../cpuTime.ts";
import { decodeBothWays } from "../decodeBothWays.ts";
import { faults } from "./faults.ts";
import { decodeWithLibpng, expectSamePixels } from "./libpng.ts";
import { oddities } from "./oddities.ts";
import { good } from "./pieces.ts";
import { assemble, chunk, headerData } from "./writePng.ts";

describe("decodeImage", () => {
  it.each(faults)("refuses %s", (_, file, status, message) => {
    expect(() => decodeBothWays(file, defaultLimits)).toThrow(
      expect.objectContaining({
        name: "InputError",
        status,
        message: expect.stringMatching(message),
      }),
    );
  });

  it.each(oddities)("reads %s, as libpng does", async (name, file) => {
    expectSamePixels(decodeBothWays(file, defaultLimits), await decodeWithLibpng(file), name);
  });

  it("inflates nothing of an image over the limits", () => {
    const inflate = vi.spyOn(zlib, "inflateSync");
    syncBuiltinESMExports();
    decodeBothWays(good, defaultLimits);
    expect(inflate).toHaveBeenCalled();
    inflate.mockClear();
    for (const [, file] of faults.filter(([, , status]) => status === 413)) {
      expect(() => decodeBothWays(file, defaultLimits)).toThrow();
    }
    expect(inflate).not.toHaveBeenCalled();
    inflate.mockRestore();
    syncBuiltinESMExports();
  });

  it.each(["IDAT", "tEXt"])(
    "walks empty %s chunks in time that grows with their number",
    (type) => {
      const header = chunk("IHDR", headerData({ width: 4, height: 3, depth: 8, colourType: 0 }));
      const time = (count: number) => {
        const file = assemble([header, ...Array(count).fill(chunk(type, [])), chunk("IEND", [])]);
        return cpuTime(() =>
          expect(() => decodeBothWays(file, defaultLimits)).toThrow(/image data/),
        );
      };
      expect(time(340_000) / time(34_000)).toBeLessThan(50);
    },
  );
});
