import { describe, expect, it } from "vitest";
import { createApp } from "../../../worker/app.ts";
import { completeLimits, defaultLimits, type Limits } from "../../../worker/settings/limits.ts";
import { classifier } from "../protocols/service.ts";

describe("completeLimits", () => {
  it("fills in the defaults", () => {
    expect(completeLimits({})).toEqual(defaultLimits);
    expect(completeLimits({ maxSide: 28 })).toEqual({ ...defaultLimits, maxSide: 28 });
  });

  it.each([
    [{ maxPixels: Number.NaN }, "maxPixels is null. It must be a whole number, 1 or more."],
    [{ maxSide: 0 }, "maxSide is 0."],
    [{ maxBytesInFlight: 5 }, "maxBytesInFlight is 5. It must be at least maxBodyBytes, "],
    [{ maxSides: 3 }, "Unknown limit maxSides. Valid limits: maxBodyBytes, maxPixels,"],
  ])("refuses %j, and so does createApp", (limits, message) => {
    expect(() => completeLimits(limits as Partial<Limits>)).toThrow(message);
    expect(() => createApp({ classifier, limits: limits as Partial<Limits> })).toThrow(message);
  });
});
