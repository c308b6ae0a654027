import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build as esbuild } from "esbuild";
import type { Browser } from "playwright-core";
import { build, createServer, type PreviewServer, preview, type ViteDevServer } from "vite";
import { describe, expect, inject, it } from "vitest";
import { launchChromium, needChromium } from "../chromium.ts";
import { needInstalledPackage } from "./installed.ts";

needInstalledPackage();

const example = (name: string) => join(inject("installed"), name);

/** Runs a module that a bundler has made, by itself, and reads what it prints. */
function run(module: string, code: string) {
  const script = `const bundle = await import(${JSON.stringify(pathToFileURL(module))}); ${code}`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  return { stdout, stderr };
}

describe("a function that esbuild bundles", () => {
  it("has its files in it, by the package's README", () => {
    const readme = readFileSync("worker/package/README.md", "utf8");
    const [, options = ""] = /^npx esbuild (.*)$/m.exec(readme) ?? [];
    const program = join(process.cwd(), "node_modules/.bin/esbuild");
    const { status, stderr } = spawnSync(program, options.split(" "), {
      cwd: example("bundled"),
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    const seven = JSON.stringify(join(process.cwd(), "samples/7.png"));
    const code = `console.log(bundle.classify((await import("node:fs")).readFileSync(${seven})));`;
    expect(run(join(example("bundled"), "dist/function.js"), code)).toEqual({
      stdout: "7\n",
      stderr: "",
    });
  });

  it.each([
    { format: "esm", message: /kernels\.wasm is missing\. .*ship the package's file beside it/ },
    { format: "cjs", message: /not an ES module.* format esm/ },
  ] as const)("says what to do where they are not there: $format", async ({ format, message }) => {
    const outfile = join(example("bundled"), `dist/${format}.${format === "cjs" ? "cjs" : "js"}`);
    await esbuild({
      stdin: {
        contents: 'export { createClassifier } from "mnist-classifier/node";',
        resolveDir: example("bundled"),
      },
      bundle: true,
      platform: "node",
      format,
      outfile,
      logLevel: "error",
    });
    expect(run(outfile, "await bundle.createClassifier();").stderr).toMatch(message);
  });
});

describe("a page that Vite", () => {
  /** Has the page in Chromium classify a sample. */
  async function classifySeven(browser: Browser, server: ViteDevServer | PreviewServer) {
    try {
      const page = await browser.newPage();
      await page.goto(server.resolvedUrls?.local[0] ?? "");
      // The page's script may still be on its way: it listens once it has the classifier.
      await expect
        .poll(
          async () => {
            await page.setInputFiles("input", []);
            await page.setInputFiles("input", "samples/7.png");
            return page.textContent("output");
          },
          { timeout: 30_000, interval: 500 },
        )
        .toBe("7");
    } finally {
      await browser.close();
      await server.close();
    }
  }

  const settings = () => ({ root: example("vite"), logLevel: "error" as const });

  it("serves while it is developed classifies", async (context) => {
    const browser = needChromium(await launchChromium(), context);
    const server = await createServer(settings());
    await classifySeven(browser, await server.listen());
  });

  it("has built classifies", async (context) => {
    const browser = needChromium(await launchChromium(), context);
    await build(settings());
    await classifySeven(browser, await preview(settings()));
  });
});
