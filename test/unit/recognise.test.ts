import { describe, expect, it } from "vitest";
import { read, recognise } from "../../worker/recognise.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
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

  it("refuses images that together hold more than it looks at, and judges no more than that", () => {
    let judged = 0;
    const counting: typeof classifier = {
      ...classifier,
      classify(pixels) {
        judged++;
        return classifier.classify(pixels);
      },
    };
    const files = Array<Uint8Array>(64).fill(page("rings", 362));
    expect(() => read(files, { classifier: counting, limits: defaultLimits })).toThrow(
      expect.objectContaining({
        status: 413,
        message: expect.stringMatching(/^Image \d of 64: There is more in it .* Send fewer images/),
      }),
    );
    expect(judged).toBeGreaterThan(8_000);
    expect(judged).toBeLessThan(20_000);
  });

  it("takes each of the worst pages by itself, and a page of digits after it", () => {
    for (const [kind] of worstPages) {
      try {
        read([page(kind, 362)], { classifier, limits: defaultLimits });
      } catch (error) {
        expect(error).toMatchObject({ name: "InputError", status: 422 });
      }
    }
    expect(read([seven], { classifier, limits: defaultLimits })[0].text).toBe("7");
  });
});
