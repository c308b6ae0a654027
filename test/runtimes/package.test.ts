import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, inject, it } from "vitest";
import { listFiles } from "../../worker/files/listFiles.ts";
import { measure } from "../../worker/package/sizes.ts";
import { ARCHIVE } from "./install.ts";
import { needInstalledPackage } from "./installed.ts";

needInstalledPackage();

/** All files but types and assets; names that change with the content have a * in place of that. */
const FILES = [
  "LICENSE",
  "README.md",
  "THIRD-PARTY.txt",
  "assets.json",
  "browser.js",
  "classifier.js",
  "cli.js",
  "cloudflare.js",
  "index.js",
  "job-thread.js",
  "jpeg-turbo.wasm",
  "kernels.wasm",
  "mnist-classifier.bin",
  "node.js",
  "package.json",
  "shared-*.js",
  "weights.js",
  "zlib-native.js",
  "zlib-portable.js",
];

/** Of everything but the assets, unpacked: bytes. */
const MAX_UNPACKED = 704 * 1024;

const modules = () => join(inject("installed"), "node_modules");
const folder = () => join(modules(), "mnist-classifier");
const read = (path: string) => readFileSync(join(folder(), path), "utf8");
const manifest = () => JSON.parse(read("package.json"));

/** Bundles a module that imports from the package, as an embedder's bundler would. */
function bundle(contents: string, format: "esm" | "iife") {
  return build({
    stdin: { contents, resolveDir: inject("installed") },
    bundle: true,
    format,
    platform: "neutral",
    mainFields: ["module", "main"],
    metafile: true,
    write: false,
  });
}

describe("the package", () => {
  it("has these files and no others", () => {
    const files = listFiles(folder());
    const others = files.filter((path) => !/^(assets|types)\//.test(path));
    const names = others.map((path) => path.replace(/^shared-\w{8}\./, "shared-*."));
    expect([...new Set(names)]).toEqual(FILES);
    const assets = files.filter((path) => path.startsWith("assets/"));
    expect(assets).toEqual(
      Object.keys(JSON.parse(read("assets.json")))
        .map((path) => `assets/${path}`)
        .toSorted(),
    );
    const types = files.filter((path) => path.startsWith("types/"));
    expect(types.filter((path) => !path.endsWith(".d.ts"))).toEqual([]);
  });

  it("runs nothing when it is installed, and brings no Node", () => {
    expect(manifest()).not.toHaveProperty("scripts");
    expect(manifest()).not.toHaveProperty("optionalDependencies");
    expect(readdirSync(join(modules(), ".bin"))).toEqual(["mnist-classifier"]);
  });

  it("brings the packages that it imports and no others", () => {
    const installed = readdirSync(modules()).filter((name) => !name.startsWith("."));
    const { dependencies, peerDependencies } = manifest();
    const expected = [...Object.keys({ ...dependencies, ...peerDependencies }), "mnist-classifier"];
    // pend is what yauzl imports.
    expect(installed).toEqual([...expected, "@hono", "pend"].toSorted());
  });

  it("is no larger than the README says", async () => {
    const [, kib] = /at most\s+(\d+) KiB/.exec(read("README.md")) ?? [];
    const { unpacked, assets, embedded } = await measure(ARCHIVE, folder());
    expect(embedded).toBeLessThan(Number(kib) * 1024);
    expect(unpacked - assets).toBeLessThan(MAX_UNPACKED);
  });
});

describe("JPEG", () => {
  const bundled = async (contents: string) => {
    const { outputFiles } = await bundle(contents, "esm");
    return outputFiles[0].text;
  };

  it("is left out of a bundle that does not ask for it", async () => {
    const binding = /tjDecompress2/;
    expect(await bundled('export { bindJpegDecoder } from "mnist-classifier"')).toMatch(binding);
    const without = await bundled('export { createApp } from "mnist-classifier"');
    expect(without).not.toMatch(binding);
    expect(without).not.toContain("jpeg-turbo.wasm");
  });

  it("brings the notices of those who made its decoder", () => {
    expect(read("THIRD-PARTY.txt")).toContain("work of the Independent JPEG Group");
    expect(read("assets/THIRD-PARTY.txt")).toBe(read("THIRD-PARTY.txt"));
  });
});

describe("the package's core", () => {
  it("knows no platform and does not wait while it is loaded", async () => {
    // Neither a platform's modules nor a top-level await can be bundled so.
    const bundled = await bundle('export * from "mnist-classifier"', "iife");
    expect(bundled.warnings).toEqual([]);
  });

  it.each([
    { used: "bindClassifier", decodesPng: false },
    { used: "pixelsFromImage", decodesPng: true },
    { used: "readDigits", decodesPng: true },
  ])("leaves out of a bundle what $used does not need", async ({ used, decodesPng }) => {
    const { metafile, outputFiles } = await bundle(
      `export { ${used} } from "mnist-classifier"`,
      "esm",
    );
    const [{ inputs }] = Object.values(metafile.outputs);
    const paths = Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0);
    expect(paths.filter((path) => /node_modules\/(hono|valibot)\//.test(path))).toEqual([]);
    expect(outputFiles[0].text.includes("IHDR")).toBe(decodesPng);
  });
});
