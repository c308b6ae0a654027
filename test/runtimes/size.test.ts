import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

/** KiB of the Worker, gzipped; and of one that does not bind the JPEG decoder. */
const MAX_KIB = 128;
const MAX_KIB_WITHOUT_JPEG = 72;

/** As wrangler.toml has it. */
const ALIAS: Record<string, string> = {
  "upng-js": "build/upng.js",
  pako: "build/inflate.js",
  "pako/lib/zlib/inflate.js": "build/inflate.js",
};

it(`the Worker is at most ${MAX_KIB} KiB, as wrangler prints it`, () => {
  const folder = mkdtempSync(join(tmpdir(), "size-"));
  const deploy = ["wrangler", "deploy", "--dry-run", "--outdir", folder];
  const { stdout, stderr } = spawnSync("npx", deploy, { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const [, size] = /Total Upload: .* gzip: ([\d.]+) KiB/.exec(stdout) ?? [];
  expect(Number(size), stderr).toBeGreaterThan(0);
  expect(Number(size)).toBeLessThanOrEqual(MAX_KIB);
});

it(`without JPEG it is at most ${MAX_KIB_WITHOUT_JPEG} KiB`, async () => {
  const { outputFiles } = await build({
    entryPoints: ["worker/index.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    external: ["cloudflare:*", "node:*", "*.wasm", "*.bin"],
    conditions: ["workerd", "worker", "browser"],
    plugins: [
      {
        name: "without JPEG, and with wrangler.toml's alias",
        setup(bundler) {
          bundler.onResolve(
            { filter: /^(upng-js|pako(\/lib\/zlib\/inflate\.js)?)$/ },
            ({ path }) => ({
              path: resolve(ALIAS[path]),
            }),
          );
          bundler.onLoad({ filter: /bindJpegDecoder\.ts$/ }, () => ({
            contents: "export const bindJpegDecoder = () => undefined;",
          }));
        },
      },
    ],
  });
  const modules = [
    outputFiles[0].contents,
    ...["kernels.wasm", "mnist-classifier.bin"].map((name) => readFileSync(join("build", name))),
  ];
  const kib = modules.reduce((total, bytes) => total + gzipSync(bytes).length / 1024, 0);
  expect(kib).toBeGreaterThan(MAX_KIB_WITHOUT_JPEG / 2);
  expect(kib).toBeLessThanOrEqual(MAX_KIB_WITHOUT_JPEG);
});
