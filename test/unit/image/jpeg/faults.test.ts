import { describe, expect, it } from "vitest";
import { InputError } from "../../../../worker/errors/InputError.ts";
import { decodeJpeg } from "./decode.ts";
import { faults, oddities } from "./faults.ts";

describe("decodeJpeg", () => {
  it.each(faults)("refuses %s", (_, file, status, message) => {
    const refusal = refusalOf(file);
    expect(refusal.message).toMatch(message);
    expect(refusal.status).toBe(status);
  });

  it.each(oddities)("takes %s", (_, file) => {
    expect(decodeJpeg(file)).toEqual(decodeJpeg(oddities[0][1]));
  });

  it("decodes a file as before, after a thousand that are broken", () => {
    const [, sound] = oddities[0];
    const expected = decodeJpeg(sound);
    for (let i = 0; i < 1000; i++) refusalOf(faults[i % faults.length][1]);
    expect(decodeJpeg(sound)).toEqual(expected);
  });
});

/** The refusal of a file. */
function refusalOf(file: Uint8Array): InputError {
  try {
    decodeJpeg(file);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the file is taken");
}
