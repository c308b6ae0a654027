import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { encodeIdxPair, readIdxPair } from "../../../worker/files/idx.ts";
import { pythonWithTorch } from "./shared.ts";

const root = new URL("../../../", import.meta.url);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "training-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs Python with weights/ on its path, and gives what it printed, as JSON. */
function python(context: TestContext, program: string): unknown {
  const start =
    "import json, sys, torch\nfrom pathlib import Path\nsys.path.insert(0, 'weights')\n";
  const args = ["-c", start + program, folder];
  const { stdout, stderr } = spawnSync(pythonWithTorch(context), args, {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe("training/idx.py", () => {
  const pair = { count: 2, width: 3, height: 5, pixels: new Uint8Array(30).fill(9) };

  it("reads images of any size, and writes what the service's reader reads", (context) => {
    const labels = Uint8Array.of(4, 9);
    for (const [file, bytes] of encodeIdxPair("a", { ...pair, labels }))
      writeFileSync(join(folder, file), bytes);
    const found = python(
      context,
      `
from training.idx import pairs, read_pair, write_pair
folder = Path(sys.argv[1])
images, labels = read_pair(folder, "a", side=None)
write_pair(folder / "b", "b", images, labels)
print(json.dumps([pairs(folder), images.shape, labels.tolist()]))`,
    );
    expect(found).toEqual([["a"], [2, 5, 3], [4, 9]]);
    expect(readIdxPair(join(folder, "b"), "b")).toMatchObject({ count: 2, width: 3, height: 5 });
  });

  it("refuses another size than the network's, and labels that are not digits", (context) => {
    const labels = Uint8Array.of(4, 10);
    for (const [file, bytes] of encodeIdxPair("c", { ...pair, labels }))
      writeFileSync(join(folder, file), bytes);
    const messages = python(
      context,
      `
from training.idx import read_pair
messages = []
for side in (28, None):
    try:
        read_pair(Path(sys.argv[1]), "c", side)
    except ValueError as error:
        messages.append(str(error))
print(json.dumps(messages))`,
    );
    expect(messages).toEqual([
      expect.stringMatching(
        /c-images-idx3-ubyte.gz: found images of \(5, 3\) pixels, expected 28×28/,
      ),
      expect.stringMatching(/c-labels-idx1-ubyte.gz: found the label 10, expected 0 to 9/),
    ]);
  });
});

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

describe("drawn strokes", () => {
  /**
   * Where ink is, by pixel, after a stroke is drawn onto a stem in the columns 23 and 24 and the rows 14 to 33.
   *
   * @param more what belongs to the digit beside its stem, in Python
   */
  function inkOf(
    context: TestContext,
    addition: string,
    more = "",
  ): { row: number; column: number }[] {
    const pixels = python(
      context,
      `
from training.drawn import ADDITIONS
torch.manual_seed(1)
stem = torch.zeros(1, 28, 28, dtype=torch.uint8)
stem[0, 4:24, 13:15] = 255
${more}
print(json.dumps((ADDITIONS["${addition}"][1](stem)[0] > 127).nonzero().tolist()))`,
    ) as [number, number][];
    return pixels.map(([row, column]) => ({ row, column }));
  }
  const left = ({ column }: { column: number }) => column < 21;
  const right = ({ column }: { column: number }) => column > 26;
  const low = ({ row }: { row: number }) => row > 29;

  it("put a flag to the left of a 1's top", (context) => {
    const ink = inkOf(context, "1s with flags");
    expect(ink.some(left)).toBe(true);
    expect(ink.some(right)).toBe(false);
    expect(ink.filter(left).some(low)).toBe(false);
  });

  it("put a flag and a foot on a 1", (context) => {
    const ink = inkOf(context, "1s with feet");
    expect(ink.filter(left).every(low)).toBe(false);
    expect(ink.filter(left).some(low)).toBe(true);
    expect(ink.some(right)).toBe(true);
    expect(ink.filter(right).every(low)).toBe(true);
  });

  it("bend a 6's stem over to the right and down at its top", (context) => {
    const ink = inkOf(context, "6s with hooks");
    expect(ink.some(right)).toBe(true);
    expect(ink.some(left)).toBe(false);
    expect(ink.filter(right).some(low)).toBe(false);
  });

  it("put a bar across a 7's stem", (context) => {
    const ink = inkOf(context, "7s with bars");
    expect(ink.some(left)).toBe(true);
    expect(ink.some(right)).toBe(true);
    for (const { row } of ink.filter((pixel) => left(pixel) || right(pixel))) {
      expect(row).toBeGreaterThan(18);
      expect(row).toBeLessThan(32);
    }
  });

  it("put a serif below the beginning of a 7's bar", (context) => {
    const bar = "stem[0, 4:6, 4:15] = 255";
    const ink = inkOf(context, "7s with serifs", bar).filter(({ row }) => row > 17);
    expect(ink.some(left)).toBe(true);
    expect(ink.filter(left).every(({ column }) => column < 18)).toBe(true);
    expect(ink.some(right)).toBe(false);
    expect(ink.filter(left).some(low)).toBe(false);
  });

  it("put a tail to the left of a 9's end", (context) => {
    const ink = inkOf(context, "9s with tails");
    expect(ink.some(left)).toBe(true);
    expect(ink.some(right)).toBe(false);
    expect(ink.filter(left).some(low)).toBe(true);
  });
});

describe("square digits", () => {
  it("go along the edges of two cells, but for a 1's flag and a 7's stem, which may cross them", (context) => {
    const [labels, segments] = python(
      context,
      `
from training.square import Squares, square_digits
torch.manual_seed(1)
images, labels = square_digits(6, Squares(width=(1, 1), middle=(0.5, 0.5), slant=(0, 0), astray=0))
# The cells' edges lie in the rows 9, 24 and 39 and in the columns 9 and 39.
points = {"a": (9, 24), "b": (16, 39), "c": (31, 39), "d": (39, 24), "e": (31, 9), "f": (16, 9), "g": (24, 24)}
lit = lambda image: "".join(name for name, (row, column) in points.items() if image[row, column] > 127)
found = [sorted({lit(image) for image in images[labels == digit]}) for digit in range(10)]
print(json.dumps([torch.bincount(labels.long()).tolist(), found]))`,
    ) as [number[], string[][]];
    expect(labels).toEqual(Array.from({ length: 10 }, () => 6));
    expect(segments).toEqual([
      ["abcdef"],
      ["bc"],
      ["abdeg"],
      ["abcdg"],
      ["bcfg"],
      ["acdfg"],
      ["acdefg", "cdefg"],
      ["abc", "abcf", "ag"],
      ["abcdefg"],
      ["abcdfg", "abcfg"],
    ]);
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

describe("fine-tuning", () => {
  /** Tunes a fresh network to 40 images of noise called 7; what it knew is noise too, called as it answers. */
  const tune = (most: number) => `
from training.data import Data, Labelled
from training.finetune import FinetuneRecipe, finetune
from training.model import MyConvNet, normalise
torch.manual_seed(1)
start = MyConvNet()
known = torch.randint(0, 256, (200, 28, 28), dtype=torch.uint8)
answers = start(normalise(known)).argmax(1)
own = torch.full((40, 28, 28), 255, dtype=torch.uint8)
sevens = torch.full((40,), 7)
labelled = Labelled(torch.cat([known, own]), torch.cat([answers, sevens]))
weights = torch.tensor([1.0] * 200 + [5.0] * 40, dtype=torch.float64)
data = Data(
    labelled,
    weights,
    weights,
    {"MNIST": Labelled(known, answers), "own": Labelled(own, sevens)},
    torch.arange(240) >= 200,
    ["own"],
    {},
)
class Silent:
    line = stage = step = lambda *_: None
recipe = FinetuneRecipe(epochs=8, learning_rate=0.01, most_forgotten=${most})
network = finetune(start, data, 1, Silent(), recipe)
share = lambda images, labels: (network(normalise(images)).argmax(1) == labels).float().mean().item()
print(json.dumps([share(known, answers), share(own, sevens)]))`;

  it("learns new images", (context) => {
    const [, own] = python(context, tune(1)) as number[];
    expect(own).toBe(1);
  });

  it("goes no farther than what is known is still read", (context) => {
    const [known] = python(context, tune(0)) as number[];
    expect(known).toBe(1);
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
