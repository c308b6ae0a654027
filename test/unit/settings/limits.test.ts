import { describe, expect, it } from "vitest";
import { completeLimits, defaultLimits, parseLimits } from "../../../worker/settings/limits.ts";

describe("parseLimits", () => {
  it("gives the defaults where no var is set", () => {
    expect(parseLimits({ API_TOKEN: "x" })).toEqual(defaultLimits);
    expect(parseLimits({ MAX_SIDE: undefined, MAX_PARTS: null })).toEqual(defaultLimits);
  });

  it("takes numbers, and their digits as text", () => {
    const vars = {
      MAX_BODY_BYTES: 1000,
      MAX_PIXELS: "784",
      MAX_SIDE: "28",
      MAX_PARTS: 1,
      MAX_BATCH: 2,
    };
    expect(parseLimits(vars)).toEqual({
      maxBodyBytes: 1000,
      maxPixels: 784,
      maxSide: 28,
      maxParts: 1,
      maxBatch: 2,
    });
  });

  it.each(["", "12x", "1e3", " 5", "-1", "0", 0, -1, 1.5, Number.NaN, 1e300, true, {}])(
    "refuses %j",
    (value) => {
      expect(() => parseLimits({ MAX_PIXELS: value })).toThrow(
        /^MAX_PIXELS is .* a whole number, 1 or more/,
      );
    },
  );
});

describe("completeLimits", () => {
  it("fills in the defaults", () => {
    expect(completeLimits({ maxSide: 28 })).toEqual({ ...defaultLimits, maxSide: 28 });
  });

  it("refuses what would let everything pass", () => {
    expect(() => completeLimits({ maxPixels: Number.NaN })).toThrow(/^maxPixels/);
  });
});
