import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { answerOf, expectDigit, expectText, pick, sample, useBrowser } from "./browser.ts";
import { draw } from "./strokes.ts";

const browser = useBrowser();

async function askServer(page: Page): Promise<void> {
  await page.getByLabel("Ask the server").check();
  await expect.poll(() => page.locator("#way").textContent()).toMatch(/by the server/);
}

/** The probabilities that the page shows, once there is an answer. */
async function barsOf(page: Page): Promise<(string | null)[]> {
  await answerOf(page);
  const bars = await page.locator("#bars data").all();
  return Promise.all(bars.map((bar) => bar.getAttribute("value")));
}

describe("The server", () => {
  it("gives the page's own digits and probabilities", async () => {
    const page = await browser.open();
    for (const digit of [0, 4, 9]) {
      await page.getByLabel("Ask the server").uncheck();
      await page.getByRole("button", { name: "Clear" }).click();
      await draw(page, digit);
      await expectDigit(page, digit);
      const here = await barsOf(page);
      await askServer(page);
      expect(await barsOf(page)).toEqual(here);
    }
  });

  it("is asked when the pen is lifted, and not in between", async () => {
    const page = await browser.open();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") asked.push(new URL(request.url()).pathname);
    });
    await page.getByLabel("Ask the server").check();
    await draw(page, 7);
    await expectDigit(page, 7);
    // Of one digit, the second answer has the probabilities of all.
    expect(asked).toEqual(["/model/read", "/model/predict"]);
  });

  it("reads a number in one request, and tells the probability of each digit that it reads", async () => {
    const page = await browser.open();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") asked.push(new URL(request.url()).pathname);
    });
    await pick(page, sample("90210_42-two-lines.png"));
    await expectText(page, "90210\n42");
    const best = page.locator("#bars .best data");
    const here = Number(await best.getAttribute("value"));
    await askServer(page);
    await expectText(page, "90210\n42");
    expect(asked).toEqual(["/model/read"]);
    expect(await page.getByRole("radio").count()).toBe(7);
    expect(Number(await best.getAttribute("value"))).toBeCloseTo(here, 2);
    expect(await page.locator("#bars data").allTextContents()).toHaveLength(10);
    expect((await page.locator("#bars data").allTextContents()).filter(Boolean)).toHaveLength(1);
  });

  it("says of a blank picture what it says itself", async () => {
    browser.forgive(/422/);
    const page = await browser.open();
    const create = { width: 100, height: 100, channels: 3, background: "#fff" } as const;
    const buffer = await sharp({ create }).png().toBuffer();
    await page.getByLabel("Ask the server").check();
    await pick(page, { name: "a.png", mimeType: "image/png", buffer });
    await expect.poll(() => page.locator("#message").textContent()).toMatch(/no digit/i);
  });

  it("has its refusals shown", async () => {
    browser.forgive(/401/);
    const page = await browser.open();
    const message = "This service asks for a token.";
    await page.route("**/model/read", (route) =>
      route.fulfill({ status: 401, json: { status: "error", message } }),
    );
    await page.getByLabel("Ask the server").check();
    await draw(page, 7);
    await expect.poll(() => page.locator("#message").textContent()).toBe(message);
  });

  it("that cannot be reached is no loss", async () => {
    browser.forgive(/ERR_INTERNET_DISCONNECTED/);
    const page = await browser.open();
    await draw(page, 7);
    await expectDigit(page, 7);
    await page.context().setOffline(true);
    await page.getByLabel("Ask the server").check();
    await expect.poll(() => page.locator("#message").textContent()).toMatch(/cannot be reached/);
    await page.getByLabel("Ask the server").uncheck();
    await expectDigit(page, 7);
    expect(await page.locator("#message").isVisible()).toBe(false);
  });
});
