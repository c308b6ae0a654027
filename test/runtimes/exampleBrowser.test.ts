import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { expectedOfSamples, samples } from "./expected.ts";
import { needInstalledPackage } from "./installed.ts";

needInstalledPackage();

/** Debian's. */
const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

let browser: Browser | undefined;
beforeAll(async () => {
  if (!existsSync(EXECUTABLE)) return;
  browser = await chromium.launch({
    executablePath: EXECUTABLE,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});
afterAll(() => browser?.close());

it("the example of a page classifies every sample as the project does", async (context) => {
  if (!browser) {
    const reason = `There is no browser at ${EXECUTABLE}: apt-get install chromium, or set CHROMIUM.`;
    if (process.env.CI) throw new Error(reason);
    return context.skip(reason);
  }
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.goto(inject("examplePage"));
  const expected = await expectedOfSamples();
  for (const path of samples) {
    const { digit, probabilities } = expected[path];
    const answer = `${digit}, with a probability of ${probabilities[digit]}`;
    await page.setInputFiles("input", path);
    await expect.poll(() => page.textContent("output"), { timeout: 15_000 }).toBe(answer);
  }
  expect(troubles).toEqual([]);
});
