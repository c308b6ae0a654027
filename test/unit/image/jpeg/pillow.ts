import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "vitest";

/** A file, and by what whole number its sides are divided while it is decoded. */
export interface Draft {
  file: Uint8Array;
  divisor: 1 | 2 | 4 | 8;
}

/** Decodes every file of a folder as its name says, and writes its rows beside it. */
const PROGRAM = `
import sys
from pathlib import Path
from PIL import Image
for path in Path(sys.argv[1]).glob("*.jpg"):
    divisor = int(path.stem.split("-")[1])
    image = Image.open(path)
    image.draft("L", (max(1, image.width // divisor), max(1, image.height // divisor)))
    path.with_suffix(".raw").write_bytes(image.convert("L").tobytes())
`;

/** Debian's Python, to which python3-pil belongs, is not always the first on the path. */
const PYTHONS = ["/usr/bin/python3", "python3"];

/**
 * What Pillow's draft mode makes of JPEG files: luma, scaled down by libjpeg-turbo itself. Where
 * there is no Pillow, the test is skipped.
 */
export function decodeWithPillow(drafts: Draft[], { skip }: TestContext): Uint8Array[] {
  const python =
    PYTHONS.find((candidate) => spawnSync(candidate, ["-c", "import PIL"]).status === 0) ??
    skip("needs Python with Pillow: apt-get install python3-pil");
  const folder = mkdtempSync(join(tmpdir(), "jpeg-"));
  try {
    const names = drafts.map(({ divisor }, i) => join(folder, `${i}-${divisor}`));
    drafts.forEach(({ file }, i) => {
      writeFileSync(`${names[i]}.jpg`, file);
    });
    const { status, stderr } = spawnSync(python, ["-c", PROGRAM, folder], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return names.map((name) => readFileSync(`${name}.raw`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
