import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { createClassifier } from "../../worker/adapters/node.ts";
import { recognise } from "../../worker/recognise.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { answerOf, expectDigit, expectText, padOf, pick, sample, useBrowser } from "./browser.ts";
import { draw } from "./strokes.ts";

const browser = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** All that the page loads before it can read, gzipped, in bytes. */
const MAX_WEIGHT = 43_000;

describe("The page", () => {
  it(`weighs at most ${MAX_WEIGHT} bytes`, async () => {
    const page = await browser.open();
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await page.reload();
    await draw(page, 7);
    await expectDigit(page, 7);
    expect(loaded.length).toBe(5);
    let weight = 0;
    for (const url of loaded) {
      const body = await (await fetch(url)).arrayBuffer();
      weight += gzipSync(body).length;
    }
    expect(weight).toBeLessThanOrEqual(MAX_WEIGHT);
  });

  it.each(["light", "dark"] as const)("is accessible in the %s theme", async (colorScheme) => {
    const page = await browser.open({ colorScheme });
    for (const step of ["blank", "a digit", "lines of digits"]) {
      if (step === "a digit") {
        await draw(page, 7);
        await expectDigit(page, 7);
      } else if (step === "lines of digits") {
        await pick(page, sample("90210_42-two-lines.png"));
        await expectText(page, "90210\n42");
      }
      await page.evaluate(axe);
      const violations = await page.evaluate("axe.run().then(({ violations }) => violations)");
      expect(violations, step).toEqual([]);
    }
  });

  it("needs no scrolling sideways, however narrow", async () => {
    const page = await browser.open();
    for (const name of ["7.png", "90210_42-two-lines.png"]) {
      await pick(page, sample(name));
      await expectText(page, name === "7.png" ? "7" : "90210\n42");
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const scrollWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
        await expect.poll(scrollWidth).toBe(width);
      }
    }
  });

  it("is worked by the keyboard", async () => {
    const page = await browser.open();
    const reached: unknown[] = [];
    for (let i = 0; i < 10; i++) {
      await page.keyboard.press("Tab");
      reached.push(
        await page.evaluate(
          () => document.activeElement?.id || document.activeElement?.textContent,
        ),
      );
    }
    expect(reached).toEqual([
      ...["undo", "clear", "file", "server", "Wrong?", "save", "copy"],
      ...["API", "README", "Model card"],
    ]);
  });

  it("draws in the theme's ink, also where the theme changes", async () => {
    const page = await browser.open({ colorScheme: "light" });
    await draw(page, 7);
    await expectDigit(page, 7);
    const [light, { probability }] = [await padOf(page), await answerOf(page)];
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => padOf(page)).not.toBe(light);
    expect((await answerOf(page)).probability).toBe(probability);
  });

  it("gives the drawing as PNG, and the command that sends it", async () => {
    const page = await browser.open();
    const context = page.context();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await draw(page, 7);
    const { probability } = await answerOf(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save digit.png" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("digit.png");
    const png = readFileSync(await download.path());
    const classifier = await createClassifier();
    const [read] = recognise([png], { classifier, limits: defaultLimits });
    expect(read).toMatchObject({ digit: 7, probability });

    await watchText(page, "#copy");
    await page.getByRole("button", { name: "Copy command" }).click();
    expect(await page.evaluate("seen")).toBe("Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `curl -F file=@digit.png ${inject("url")}/model/predict`,
    );
  });

  it("links to documents that are there", async () => {
    const page = await browser.open();
    for (const link of await page.locator("nav a").all()) {
      const url = new URL((await link.getAttribute("href")) ?? "", page.url());
      expect((await fetch(url)).status).toBe(200);
    }
  });
});

/**
 * Has the page keep the next text of an element, as a promise in `seen`: the test may be too slow to
 * see one that does not stay.
 */
function watchText(page: Page, selector: string): Promise<void> {
  return page.evaluate((selector) => {
    const element = document.querySelector(selector) as Element;
    const seen = new Promise((resolve) => {
      const observer = new MutationObserver(() => resolve(element.textContent));
      observer.observe(element, { childList: true });
    });
    Object.assign(window, { seen });
  }, selector);
}
