import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { answerOf, expectDigit, expectNone, nextFrame, padOf, useBrowser } from "./browser.ts";
import { digits, draw, onPad } from "./strokes.ts";

const browser = useBrowser();
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe("The pad", () => {
  it("reads each digit that is drawn with the mouse", async () => {
    const page = await browser.open();
    for (const digit of digits.keys()) {
      await page.getByRole("button", { name: "Clear" }).click();
      await draw(page, digit);
      await expectDigit(page, digit);
      expect((await answerOf(page)).probability, `of ${digit}`).toBeGreaterThan(0.5);
    }
  });

  it("reads a small digit in a corner", async () => {
    const page = await browser.open();
    await draw(page, 7, 0.4);
    await expectDigit(page, 7);
  });

  it("shows ten probabilities that sum to 1", async () => {
    const page = await browser.open();
    await draw(page, 7);
    await expectDigit(page, 7);
    const shares = await page.locator("#bars data").all();
    const values = await Promise.all(shares.map((share) => share.getAttribute("value")));
    expect(values).toHaveLength(10);
    expect(values.reduce((sum, value) => sum + Number(value), 0)).toBeCloseTo(1, 5);
  });

  it("answers while the pen moves", async () => {
    const page = await browser.open();
    const [start, ...rest] = await onPad(page, digits[7][0]);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 3 });
    await expectDigit(page, 7);
    expect(await page.locator("#spoken").textContent()).toBe("");
    await page.mouse.up();
    await expect.poll(() => page.locator("#spoken").textContent()).toMatch(/^7, \d+\.\d\s%$/);
  });

  it("is drawn on with a finger, and the window does not scroll by that", async () => {
    const page = await browser.open(PHONE);
    const touch = await page.context().newCDPSession(page);
    const [start, ...rest] = await onPad(page, digits[7][0]);
    const send = (
      type: "touchStart" | "touchMove" | "touchEnd",
      touchPoints: { x: number; y: number }[],
    ) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
    await send("touchStart", [start]);
    for (const point of rest) await send("touchMove", [point]);
    await send("touchEnd", []);
    await expectDigit(page, 7);
    await nextFrame(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it("is drawn on with a pen", async () => {
    const page = await browser.open();
    const pen = await page.context().newCDPSession(page);
    const points = await onPad(page, digits[7][0]);
    const types = ["mousePressed", ...points.slice(2).map(() => "mouseMoved"), "mouseReleased"];
    for (const [i, { x, y }] of points.entries()) {
      await pen.send("Input.dispatchMouseEvent", {
        type: types[i] as "mouseMoved",
        ...{ x, y, button: "left", buttons: 1, clickCount: 1, pointerType: "pen", force: 0.1 },
      });
    }
    await expectDigit(page, 7);
  });

  it("takes strokes back one by one, and clears", async () => {
    const page = await browser.open();
    await draw(page, 4);
    await expectDigit(page, 4);
    const twoStrokes = await padOf(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => padOf(page)).not.toBe(twoStrokes);
    const oneStroke = await padOf(page);
    await page.getByRole("button", { name: "Clear" }).click();
    await expectBlank(page, true);
    await page.keyboard.press("Control+z");
    await expectBlank(page, false);
    expect(await padOf(page)).toBe(oneStroke);
    await page.keyboard.press("Delete");
    await expectBlank(page, true);
  });

  it("says nothing of a blank pad", async () => {
    const page = await browser.open();
    await expectBlank(page, true);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Clear" }).click();
    await nextFrame(page);
    await expectNone(page);
    expect(await page.locator("#message").isVisible()).toBe(false);
  });

  it("goes on reading without a network", async () => {
    const page = await browser.open();
    // That a digit is read shows that all is loaded.
    await draw(page, 4);
    await expectDigit(page, 4);
    await page.context().setOffline(true);
    for (const digit of [1, 7]) {
      await page.getByRole("button", { name: "Clear" }).click();
      await draw(page, digit);
      await expectDigit(page, digit);
    }
  });
});

async function expectBlank(page: Page, blank: boolean): Promise<void> {
  await expect.poll(() => page.locator("#hint").isVisible()).toBe(blank);
}
