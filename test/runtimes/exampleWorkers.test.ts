import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createTestHarness, type TestHarness } from "wrangler";
import { expectedOfSamples, number, samples } from "./expected.ts";
import { needInstalledPackage } from "./installed.ts";

needInstalledPackage();

/** With these wrangler opens no connection beyond this machine. */
Object.assign(process.env, {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
});

/** Bundles the examples as their owner's wrangler would, and serves them; the first answers. */
function useWorkers(...examples: string[]): () => TestHarness {
  let harness: TestHarness | undefined;
  beforeAll(async () => {
    if (inject("missing")) return;
    const folder = inject("installed");
    harness = createTestHarness({
      workers: examples.map((name) => ({ configPath: join(folder, name, "wrangler.toml") })),
    });
    await harness.listen();
  });
  afterAll(() => harness?.close());
  return () => harness as TestHarness;
}

const png = (path: string) => ({
  method: "POST",
  headers: { "Content-Type": "image/png" },
  body: readFileSync(path),
});

describe("the example of a Worker that mounts the app", () => {
  const worker = useWorkers("mount");

  it("answers for every sample what the project does", async () => {
    const expected = await expectedOfSamples();
    for (const path of samples) {
      const { digit, probabilities } = expected[path];
      const response = await worker().fetch("/digits/model/predict", png(path));
      expect(await response.json()).toEqual({
        status: "ok",
        predictions: [{ prediction: digit, probability: probabilities[digit] }],
      });
    }
  });

  it("reads lines of digits", async () => {
    const response = await worker().fetch("/digits/model/read", png(number.path));
    expect(await response.json()).toMatchObject({ predictions: [{ text: number.text }] });
  });

  it("keeps its own routes", async () => {
    const response = await worker().fetch("/");
    expect(await response.text()).toBe("Draw a digit at /digits/");
  });

  it("has the drawing page at /digits/, with its files", async () => {
    const moved = await worker().fetch("/digits", { redirect: "manual" });
    expect(moved.status).toBe(308);
    const { pathname } = new URL(moved.headers.get("location") ?? "", "http://localhost/digits");
    expect(pathname).toBe("/digits/");
    const page = await worker().fetch("/digits/");
    const [, script] = /src="(main-[^"]+)"/.exec(await page.text()) ?? [];
    const response = await worker().fetch(`/digits/${script}`);
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });

  it("answers as the service does for what is not there", async () => {
    const response = await worker().fetch("/digits/nothing");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: "error" });
  });
});

describe("the example of a Worker with a service binding", () => {
  const worker = useWorkers("binding", "service");

  it("answers for every sample what the project does", async () => {
    const expected = await expectedOfSamples();
    for (const path of samples) {
      const { digit, probabilities } = expected[path];
      const response = await worker().fetch("/", png(path));
      expect(await response.json()).toEqual({ digit, probability: probabilities[digit] });
    }
  });

  it("passes on why an image is refused", async () => {
    const response = await worker().fetch("/", { method: "POST", body: "no image" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining("not a PNG") },
    });
  });
});
