import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBulkSettings } from "../../../worker/bulk/settings.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";

/** The README's table: name and default. */
const rows = [
  ...readFileSync("worker/bulk/README.md", "utf8").matchAll(/^\| `(BULK_\w+)` \| (\S+) \|/gm),
].map(([, name, value]) => ({ name, value }));

describe("readBulkSettings", () => {
  it("has the defaults that the README names, and the service's limits", () => {
    const defaults = readBulkSettings({});
    expect(defaults.limits).toEqual(defaultLimits);
    expect(rows).toHaveLength(6);
    for (const { name, value } of rows.filter(({ value }) => value !== "–")) {
      expect(readBulkSettings({ [name]: value }), name).toEqual(defaults);
    }
  });

  it("takes each setting that the README names, and the service's", () => {
    expect(
      readBulkSettings({
        MAX_SIDE: "100",
        BULK_READ: "true",
        BULK_CONCURRENCY: 1,
        BULK_RANGE_PICTURES: 2,
        BULK_PACK_PICTURES: 3,
        BULK_RETRY_SECONDS: 4,
        BULK_TOKEN: "t0k.en",
      }),
    ).toMatchObject({
      limits: { maxSide: 100 },
      reads: true,
      concurrency: 1,
      rangePictures: 2,
      packPictures: 3,
      retrySeconds: 4,
      token: "t0k.en",
    });
  });

  it.each([
    [{ BULK_CONCURENCY: 1 }, /Unknown setting BULK_CONCURENCY. Valid settings: BULK_READ/],
    [{ BULK_RANGE_PICTURES: 0 }, /BULK_RANGE_PICTURES is 0. It must be a whole number/],
    [{ BULK_TOKEN: "two words" }, /^BULK_TOKEN is not valid. It must be/],
    [{ MAX_PIXELS: "many" }, /MAX_PIXELS/],
  ])("refuses %j", (env, message) => {
    expect(() => readBulkSettings(env)).toThrow(message);
  });
});
