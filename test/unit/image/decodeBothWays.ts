import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { SizeLimits } from "../../../worker/image/checkSize.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import type { DecodedImage } from "../../../worker/image/GreyImage.ts";
import type { JpegDecoder } from "../../../worker/image/jpeg/bindJpegDecoder.ts";

const file = new URL("../../../build/kernels.wasm", import.meta.url);

/** The kernels that `npm run build` has made. */
export const kernels = new WebAssembly.Module(readFileSync(file));

/**
 * Decodes a picture by kernels and by JavaScript alone, and expects them to make the same of it, bit for
 * bit: each is the other's reference.
 *
 * @throws as decodeImage does
 */
export function decodeBothWays(
  bytes: Uint8Array,
  limits: Readonly<SizeLimits>,
  decodeJpeg?: JpegDecoder,
): DecodedImage {
  const [plain, fast] = [undefined, kernels].map((module) =>
    outcome(() => decodeImage(bytes, limits, decodeJpeg, module)),
  );
  expectSame(fast, plain);
  if ("error" in fast) throw fast.error;
  return fast.image;
}

type Outcome = { image: DecodedImage } | { error: Error };

function outcome(decode: () => DecodedImage): Outcome {
  try {
    return { image: decode() };
  } catch (error) {
    return { error: error as Error };
  }
}

function expectSame(one: Outcome, other: Outcome): void {
  if ("error" in one || "error" in other) {
    expect(one).toEqual(other);
    return;
  }
  const [{ grey, alpha, ...form }, expected] = [one.image, other.image];
  const { grey: expectedGrey, alpha: expectedAlpha, ...expectedForm } = expected;
  expect(form).toEqual(expectedForm);
  const same =
    Buffer.compare(grey, expectedGrey) === 0 &&
    (alpha && expectedAlpha ? Buffer.compare(alpha, expectedAlpha) === 0 : alpha === expectedAlpha);
  // vitest tells where two arrays differ, but takes long to find that they do not.
  if (!same) expect(one).toEqual(other);
}
