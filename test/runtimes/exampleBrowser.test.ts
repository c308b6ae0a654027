import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it, type TestContext } from "vitest";
import { launchChromium, needChromium } from "../chromium.ts";
import { expectedOfSamples, number, samples } from "./expected.ts";
import { needInstalledPackage } from "./installed.ts";

needInstalledPackage();

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** The example's page, and the errors in it. */
async function open(context: TestContext): Promise<{ page: Page; troubles: string[] }> {
  const page = await needChromium(browser, context).newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.goto(inject("examplePage"));
  return { page, troubles };
}

it("the example of a page classifies every sample as the project does", async (context) => {
  const { page, troubles } = await open(context);
  const expected = await expectedOfSamples();
  for (const path of samples) {
    const { digit, probabilities } = expected[path];
    const answer = `${digit}, with a probability of ${probabilities[digit]}`;
    await page.setInputFiles("input", path);
    await expect.poll(() => page.textContent("output"), { timeout: 15_000 }).toBe(answer);
  }
  expect(troubles).toEqual([]);
});

it("a page reads lines of digits", async (context) => {
  const { page, troubles } = await open(context);
  const module = new URL("node_modules/mnist-classifier/browser.js", page.url());
  // As a text, because Vitest rewrites imports.
  const text = await page.evaluate(`(async () => {
    const { createClassifier, readDigits } = await import("${module}");
    const file = new Uint8Array([${[...readFileSync(number.path)]}]);
    return readDigits(file, await createClassifier()).text;
  })()`);
  expect(text).toBe(number.text);
  expect(troubles).toEqual([]);
});
