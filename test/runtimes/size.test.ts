import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { bundledModules, DIST } from "../../worker/commands/serve/modules.ts";

/** KiB of the Worker's modules, each gzipped; and of those that are left without JPEG. */
const MAX_KIB = 128;
const MAX_KIB_WITHOUT_JPEG = 72;

it("the Worker is at most 128 KiB, of which 56 may be for JPEG", () => {
  expect(spawnSync("npm", ["run", "bundle"]).status).toBe(0);
  const sizes = bundledModules().map(({ name }) => ({
    name,
    kib: gzipSync(readFileSync(join(DIST, name))).length / 1024,
  }));
  const sum = (modules: typeof sizes) => modules.reduce((total, { kib }) => total + kib, 0);
  const others = sizes.filter(({ name }) => !name.endsWith("jpeg-turbo.wasm"));
  expect(others.length).toBe(sizes.length - 1);
  expect(sum(sizes)).toBeLessThan(MAX_KIB);
  expect(sum(others)).toBeLessThan(MAX_KIB_WITHOUT_JPEG);
});
