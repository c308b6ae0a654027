import { describe, expect, it } from "vitest";
import { InputError } from "../../worker/errors/InputError.ts";
import { read, recognise } from "../../worker/recognise.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { drawPage } from "../bench/pages.ts";
import { drawPattern, worstPages } from "../bench/worst/worstPages.ts";
import { classifier, seven } from "./protocols/service.ts";

describe("recognise", () => {
  it("says which image the pipeline fails at, where the fault is its own", () => {
    // No upload has such a file: it stands for one that breaks the pipeline.
    const files = [seven, undefined as unknown as Uint8Array, seven];
    expect(() => recognise(files, { classifier, limits: defaultLimits })).toThrow(
      expect.objectContaining({
        name: "Error",
        message: "Image 2 of 3 is not read",
        cause: expect.any(TypeError),
      }),
    );
  });
});

describe("read", () => {
  const page = (kind: string, side: number) => {
    const [, isInk] = worstPages.find(([name]) => name === kind) ?? [];
    if (!isInk) throw new Error(`${kind}?`);
    return drawPattern(side, isInk);
  };

  it("refuses images that together take more work than they may, and judges no more than that", () => {
    let judged = 0;
    const counting: typeof classifier = {
      ...classifier,
      forward(pixels, bytes) {
        judged++;
        return classifier.forward(pixels, bytes);
      },
    };
    const files = Array<Uint8Array>(64).fill(page("rings", 362));
    expect(() => read(files, { classifier: counting, limits: defaultLimits })).toThrow(
      expect.objectContaining({
        status: 413,
        message: expect.stringMatching(/^Image \d of 64: There is more in it .* Send fewer images/),
      }),
    );
    expect(judged).toBeGreaterThan(500);
    expect(judged).toBeLessThan(5_000);
  });

  it("takes each of the worst pages by itself, and a page of digits after it", () => {
    for (const [kind] of worstPages) {
      try {
        read([page(kind, 362)], { classifier, limits: defaultLimits });
      } catch (error) {
        expect([413, 422]).toContain(error instanceof InputError ? error.status : error);
      }
    }
    expect(read([seven], { classifier, limits: defaultLimits })[0].text).toBe("7");
  });

  it("reads a page of hundreds of digits within the work that it may take", () => {
    const [{ lines }] = read([drawPage(20, 20)], { classifier, limits: defaultLimits });
    expect(lines.flatMap(({ digits }) => digits).length).toBeGreaterThan(380);
  });

  it("takes less work where the limit says so", () => {
    const limits = { ...defaultLimits, maxWork: 1000 };
    expect(() => read([drawPage(5, 2)], { classifier, limits })).toThrow("There is more in it");
    expect(() => recognise([page("cells", 362)], { classifier, limits })).toThrow("There is more");
  });
});
