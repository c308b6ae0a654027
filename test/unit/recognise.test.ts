import { describe, expect, it } from "vitest";
import { recognise } from "../../worker/recognise.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
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
