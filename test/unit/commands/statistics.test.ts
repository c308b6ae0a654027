import { describe, expect, it } from "vitest";
import type { Result } from "../../../worker/commands/evaluate/classifyAll.ts";
import {
  calibrationError,
  confusion,
  interval,
  mistakes,
  reliability,
} from "../../../worker/commands/evaluate/statistics.ts";

/** Results of one probability, so many of them right. */
function results(probability: number, right: number, wrong: number): Result[] {
  return Array.from({ length: right + wrong }, (_, i) => {
    const digit = i < right ? 4 : 9;
    return { name: String(i), group: "", label: 4, digit, probability };
  });
}

describe("statistics", () => {
  it("counts by label and digit", () => {
    const counts = confusion(results(0.5, 3, 2));
    expect([counts[4][4], counts[4][9], counts[9][4]]).toEqual([3, 2, 0]);
  });

  // Newcombe 1998, Two-sided confidence intervals for the single proportion, table I.
  it.each([
    { part: 81, whole: 263, low: 0.2553, high: 0.3662 },
    { part: 15, whole: 148, low: 0.0624, high: 0.1605 },
    { part: 0, whole: 20, low: 0, high: 0.1611 },
    { part: 1, whole: 29, low: 0.0061, high: 0.1718 },
  ])("gives Wilson's interval of $part of $whole", ({ part, whole, low, high }) => {
    const found = interval(part, whole);
    expect(found[0]).toBeCloseTo(low, 4);
    expect(found[1]).toBeCloseTo(high, 4);
  });

  it("finds no calibration error where probabilities are kept, and the gap where they are not", () => {
    expect(calibrationError([...results(0.75, 3, 1), ...results(0.5, 5, 5)])).toBeCloseTo(0);
    // 0.9 is promised and 0.5 kept by four, 0.6 promised and 1 kept by two.
    const error = calibrationError([...results(0.9, 2, 2), ...results(0.6, 2, 0)]);
    expect(error).toBeCloseTo((4 * 0.4 + 2 * 0.4) / 6);
  });

  it("puts a probability of 1 into the last of 15 bins", () => {
    const bins = reliability(results(1, 1, 0));
    expect(bins).toHaveLength(15);
    expect(bins.at(-1)).toMatchObject({ count: 1, accuracy: 1, probability: 1 });
  });

  it("lists mistakes, most confident first", () => {
    const wrong = mistakes([...results(0.4, 1, 1), ...results(0.8, 1, 2)]);
    expect(wrong.map(({ probability }) => probability)).toEqual([0.8, 0.8, 0.4]);
  });
});
