import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

it("wrangler's build is left out once where one has just been made", () => {
  const folder = mkdtempSync(join(tmpdir(), "rebuild-"));
  const JUST_BUILT = join(folder, "built");
  const rebuild = () => {
    const { status, stdout } = spawnSync(process.execPath, ["worker/commands/build/rebuild.js"], {
      encoding: "utf8",
      env: { ...process.env, JUST_BUILT },
    });
    return { status, steps: stdout.split("\n").filter(Boolean).length };
  };
  try {
    writeFileSync(JUST_BUILT, "");
    expect(rebuild()).toEqual({ status: 0, steps: 0 });
    expect(existsSync(JUST_BUILT)).toBe(false);
    expect(rebuild()).toEqual({ status: 0, steps: expect.toSatisfy((steps) => steps > 3) });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
