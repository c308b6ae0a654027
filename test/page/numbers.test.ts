import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { expectDigit, expectText, padOf, pick, sample, useBrowser } from "./browser.ts";
import { digits, draw, drawStroke, onPad } from "./strokes.ts";

const browser = useBrowser();
const boxes = (page: Page) => page.getByRole("radio");
/** The digit whose bars are shown. */
const best = (page: Page) => page.locator("#bars .best span").first().textContent();
const seen = (page: Page) =>
  page.locator("canvas#seen").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

/** Draws 42 in the pad's middle. */
async function draw42(page: Page): Promise<void> {
  await draw(page, 4, 0.5, [0.05, 0.2]);
  await draw(page, 2, 0.5, [0.45, 0.2]);
  await expectText(page, "42");
}

/** A place of the pad in the middle of a digit's box. */
async function middleOf(page: Page, index: number): Promise<{ x: number; y: number }> {
  const box = await page.locator(".box").nth(index).boundingBox();
  if (!box) throw new Error(`there is no box ${index}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe("A number", () => {
  it("is read as it is drawn, with a box around each digit", async () => {
    const page = await browser.open();
    await draw42(page);
    await expect.poll(() => boxes(page).count()).toBe(2);
    for (const [i, [digit, left]] of [
      [4, 0.05],
      [2, 0.45],
    ].entries()) {
      const points = digits[digit]
        .flat()
        .map(([x, y]): [number, number] => [left + x / 2, 0.2 + y / 2]);
      const box = await page.locator(".box").nth(i).boundingBox();
      if (!box) throw new Error("there is no box");
      for (const { x, y } of await onPad(page, points)) {
        expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(
          true,
        );
      }
    }
    await expect.poll(() => page.locator("#spoken").textContent()).toMatch(/^42, \d+\.\d\s%$/);
    expect(await page.locator("#curl").textContent()).toBe(
      `curl -F file=@digit.png ${inject("url")}/model/read`,
    );
  });

  it("shows the bars and pixels of the digit whose box is tapped, and draws nothing by that", async () => {
    const page = await browser.open();
    await draw42(page);
    expect(await best(page)).toBe("4");
    const [pad, four] = [await padOf(page), await seen(page)];
    const { x, y } = await middleOf(page, 1);
    await page.mouse.click(x, y);
    await expect.poll(() => best(page)).toBe("2");
    expect(await page.locator("#which").textContent()).toMatch(/^Digit 2 of 2/);
    expect(await seen(page)).not.toBe(four);
    expect(await boxes(page).nth(1).isChecked()).toBe(true);
    expect(await padOf(page)).toBe(pad);
    expect(await page.locator("#digit").textContent()).toBe("42");
  });

  it("shows the digit that a finger taps", async () => {
    const page = await browser.open({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await pick(page, sample("90210_42-two-lines.png"));
    await expectText(page, "90210\n42");
    const { x, y } = await middleOf(page, 2);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => best(page)).toBe("2");
    expect(await page.locator("#digit").textContent()).toBe("90210\n42");
  });

  it("is gone through with the arrow keys", async () => {
    const page = await browser.open();
    await draw42(page);
    await page.keyboard.press("Tab");
    expect(
      await boxes(page)
        .first()
        .evaluate((box) => box === document.activeElement),
    ).toBe(true);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => best(page)).toBe("2");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => best(page)).toBe("4");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("undo");
  });

  it("is drawn on through its boxes", async () => {
    const page = await browser.open();
    await draw(page, 1, 0.5, [0.05, 0.2]);
    await draw(page, 2, 0.5, [0.45, 0.2]);
    await expectText(page, "12");
    const pad = await padOf(page);
    const [a, b] = [await middleOf(page, 1), await page.locator("#pad").boundingBox()];
    if (!b) throw new Error("there is no pad");
    const [x, y] = [(a.x - b.x) / b.width, (a.y - b.y) / b.height];
    await drawStroke(page, [
      [x, y],
      [x + 0.1, y],
    ]);
    expect(await padOf(page)).not.toBe(pad);
    await page.keyboard.press("Control+z");
    await expect.poll(() => padOf(page)).toBe(pad);
  });

  it("of a picture has its boxes where the digits are", async () => {
    const page = await browser.open();
    await pick(page, sample("90210_42-two-lines.png"));
    await expectText(page, "90210\n42");
    await expect.poll(() => boxes(page).count()).toBe(7);
    const names = await boxes(page).evaluateAll((all) => all.map((box) => box.ariaLabel));
    expect(names.map((name) => name?.[0]).join("")).toBe("9021042");
    const pad = await page.locator("#pad").boundingBox();
    if (!pad) throw new Error("there is no pad");
    // The 4 begins the second line: in the picture of 480×280 at 76, 200.
    const { x, y } = await middleOf(page, 5);
    expect((x - pad.x) / pad.width).toBeCloseTo(76 / 480, 1);
    expect((y - pad.y) / pad.height).toBeCloseTo(0.5 + (207 - 140) / 480, 1);
    await page.mouse.click(x, y);
    await expect.poll(() => best(page)).toBe("4");
    expect(await page.locator("#digit").textContent()).toBe("90210\n42");
  });

  it("that becomes one digit looks like one", async () => {
    const page = await browser.open();
    await draw42(page);
    await expect.poll(() => boxes(page).count()).toBe(2);
    await page.getByRole("button", { name: "Undo" }).click();
    await expectDigit(page, 4);
    expect(await boxes(page).count()).toBe(0);
    expect(await page.locator("#which").isVisible()).toBe(false);
    expect(await page.locator("#curl").textContent()).toMatch(/predict$/);
  });
});
