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
weights = torch.tensor([0.5] * 40 + [2.25] * 40, dtype=torch.float64)
counts = torch.stack([torch.bincount(take(weights), minlength=80) for _ in range(400)])
print(json.dumps({"sizes": counts.sum(1).unique().tolist(), "means": counts.float().mean(0).tolist()}))`,
    ) as { sizes: number[]; means: number[] };
    expect(sizes).toEqual([110]);
    for (const [i, mean] of means.entries()) expect(mean).toBeCloseTo(i < 40 ? 0.5 : 2.25, 0);
  });
});

describe("drawn strokes", () => {
  it("put a flag to the left of a 1's top, and a bar across a 7's stem", (context) => {
    const [flag, bar] = python(
      context,
      `
from training.drawn import with_bars, with_flags
torch.manual_seed(1)
stem = torch.zeros(1, 28, 28, dtype=torch.uint8)
stem[0, 4:24, 13:15] = 255
print(json.dumps([(image[0] > 127).nonzero().tolist() for image in (with_flags(stem), with_bars(stem))]))`,
    ) as [number, number][][];
    const columns = (pixels: [number, number][]) => pixels.map(([, column]) => column);
    const rows = (pixels: [number, number][]) =>
      pixels.filter(([, column]) => column < 21 || column > 27).map(([row]) => row);
    // The stem is in columns 23 and 24 and in rows 14 to 33, once the margin is added.
    expect(Math.min(...columns(flag))).toBeLessThan(22);
    expect(Math.max(...columns(flag))).toBeLessThan(28);
    expect(Math.min(...columns(bar))).toBeLessThan(22);
    expect(Math.max(...columns(bar))).toBeGreaterThan(25);
    for (const row of rows(bar)) {
      expect(row).toBeGreaterThan(18);
      expect(row).toBeLessThan(32);
    }
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
data = Data(
    labelled,
    torch.tensor([1.0] * 200 + [5.0] * 40, dtype=torch.float64),
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
print(json.dumps(attribution(["MNIST", "MNIST, normalised", "optdigits-train", "1s with flags", "anna"])))`,
    );
    expect(text).toMatch(/^Trained .* on MNIST \([^;]*; UCI Optical[^;]*CC BY 4\.0\); anna$/);
  });
});
