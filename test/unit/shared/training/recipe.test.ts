import { describe, expect, it } from "vitest";
import { python } from "./python.ts";

describe("an epoch", () => {
  it("takes each image as often as its weight says, and as many images every time", (context) => {
    const { sizes, means } = python(
      context,
      `
from training.data import take
torch.manual_seed(1)
weights = torch.tensor([0.5] * 40 + [2.25] * 40 + [0] * 9, dtype=torch.float64)
counts = torch.stack([torch.bincount(take(weights), minlength=89) for _ in range(400)])
print(json.dumps({"sizes": counts.sum(1).unique().tolist(), "means": counts.float().mean(0).tolist()}))`,
    ) as { sizes: number[]; means: number[] };
    expect(sizes).toEqual([110]);
    for (const [i, mean] of means.slice(0, 80).entries())
      expect(mean).toBeCloseTo(i < 40 ? 0.5 : 2.25, 0);
    expect(means.slice(80)).toEqual(Array.from({ length: 9 }, () => 0));
  });
});

describe("the common temperature", () => {
  it("takes MNIST's three times and other hands' once, and MNIST's where it is alone", (context) => {
    const [alone, both] = python(
      context,
      `
from training.calibrate import common_temperature
torch.manual_seed(1)
logits, labels = torch.randn(400, 10), torch.randint(0, 10, (400,))
logits[torch.arange(400), labels] += 2
sure = {"MNIST": (logits, labels), "MNIST, normalised": (9 * logits, labels)}
print(json.dumps([common_temperature(sure), common_temperature({**sure, "other hands": (2 * logits, labels)})]))`,
    ) as number[];
    expect(both / alone).toBeCloseTo(2 ** 0.25, 6);
  });
});

describe("attribution", () => {
  it("names every source with its licence, once, and others by their names", (context) => {
    const text = python(
      context,
      `
from training.attribution import attribution
print(json.dumps(attribution(["MNIST", "MNIST, normalised", "optdigits-train", "1s with flags", "square digits", "anna"])))`,
    );
    expect(text).toMatch(/^Trained .* on MNIST \([^;]*; UCI Optical[^;]*CC BY 4\.0\); anna$/);
  });
});
