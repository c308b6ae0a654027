import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { answerOf, expectDigit, useBrowser } from "./browser.ts";
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

  it("is asked when the pen is lifted, and once", async () => {
    const page = await browser.open();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") asked.push(new URL(request.url()).pathname);
    });
    await page.getByLabel("Ask the server").check();
    await draw(page, 7);
    await expectDigit(page, 7);
    expect(asked).toEqual(["/model/predict"]);
  });

  it("has its refusals shown", async () => {
    browser.forgive(/401/);
    const page = await browser.open();
    const message = "This service asks for a token.";
    await page.route("**/model/predict?*", (route) =>
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
