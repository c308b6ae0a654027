import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { bundledModules, DIST } from "../../worker/commands/serve/modules.ts";

/** KiB of the Worker, gzipped, as wrangler counts them; and what is left where JPEG is left out. */
const MAX_KIB = 128;
const MAX_KIB_WITHOUT_JPEG = 72;

it("the Worker is at most 128 KiB, of which 56 may be for JPEG", () => {
  const { stdout } = spawnSync("npm", ["run", "--silent", "bundle"], { encoding: "utf8" });
  const [, kib = ""] = /gzip: ([\d.]+) KiB/.exec(stdout) ?? [];
  expect(Number(kib)).toBeGreaterThan(MAX_KIB / 2);
  expect(Number(kib)).toBeLessThan(MAX_KIB);

  const jpeg = bundledModules().filter(({ name }) => name.endsWith("jpeg-turbo.wasm"));
  const [size] = jpeg.map(({ name }) => gzipSync(readFileSync(join(DIST, name))).length);
  expect(Number(kib) - size / 1024).toBeLessThan(MAX_KIB_WITHOUT_JPEG);
});
