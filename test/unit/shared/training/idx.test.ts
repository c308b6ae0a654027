import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeIdxPair, readIdxPair } from "../../../../worker/files/idx.ts";
import { python } from "./python.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "training-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("training/idx.py", () => {
  const pair = { count: 2, width: 3, height: 5, pixels: new Uint8Array(30).fill(9) };
  const writePair = (name: string, labels: Uint8Array) => {
    for (const [file, bytes] of encodeIdxPair(name, { ...pair, labels })) {
      writeFileSync(join(folder, file), bytes);
    }
  };

  it("reads images of any size, and writes what the service's reader reads", (context) => {
    writePair("a", Uint8Array.of(4, 9));
    const found = python(
      context,
      `
from training.idx import pairs, read_pair, write_pair
folder = Path(sys.argv[1])
images, labels = read_pair(folder, "a", side=None)
write_pair(folder / "b", "b", images, labels)
print(json.dumps([pairs(folder), images.shape, labels.tolist()]))`,
      folder,
    );
    expect(found).toEqual([["a"], [2, 5, 3], [4, 9]]);
    expect(readIdxPair(join(folder, "b"), "b")).toMatchObject({ count: 2, width: 3, height: 5 });
  });

  it("refuses another size than the network's, and labels that are not digits", (context) => {
    writePair("c", Uint8Array.of(4, 10));
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
      folder,
    );
    expect(messages).toEqual([
      expect.stringMatching(
        /c-images-idx3-ubyte.gz: found images of \(5, 3\) pixels, expected 28×28/,
      ),
      expect.stringMatching(/c-labels-idx1-ubyte.gz: found the label 10, expected 0 to 9/),
    ]);
  });
});
