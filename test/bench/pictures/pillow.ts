import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** For each path that it is sent: how many milliseconds opening, decoding and grey levels take. */
const PROGRAM = `
import io, sys, time
from PIL import Image
for line in sys.stdin:
    data = open(line.strip(), "rb").read()
    start = time.perf_counter()
    Image.open(io.BytesIO(data)).convert("L").load()
    print(1000 * (time.perf_counter() - start), flush=True)
`;

/** Debian's Python, to which python3-pil belongs, is not always the first on the path. */
const PYTHONS = ["/usr/bin/python3", "python3"];

/** Pillow in a process of its own. */
export interface Pillow {
  /** Decodes a file, draft mode off; milliseconds. */
  time(file: Uint8Array): Promise<number>;
  stop(): void;
}

/** Starts Pillow; undefined where there is none. */
export function startPillow(): Pillow | undefined {
  const python = PYTHONS.find((name) => spawnSync(name, ["-c", "import PIL"]).status === 0);
  if (!python) return undefined;
  const child: ChildProcess = spawn(python, ["-c", PROGRAM], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (!child.stdin || !child.stdout) throw new Error("Pillow's process has no pipes");
  const { stdin } = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const folder = mkdtempSync(join(tmpdir(), "pillow-"));
  const path = join(folder, "picture");
  return {
    async time(file) {
      writeFileSync(path, file);
      stdin.write(`${path}\n`);
      return Number((await lines.next()).value);
    },
    stop() {
      child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}
