import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, inject, it } from "vitest";
import {
  answerOf,
  expectDigit,
  expectNone,
  expectText,
  pick,
  sample,
  type Upload,
  useBrowser,
} from "./browser.ts";
import { draw } from "./strokes.ts";

const browser = useBrowser();

/** Has the page get an event that carries a file, as from drag and drop or the clipboard. */
async function hand(page: Page, type: "drop" | "paste", { name, buffer }: Upload): Promise<void> {
  await page.evaluate(
    ({ type, name, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name));
      const event =
        type === "drop"
          ? new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    },
    { type, name, bytes: [...buffer] },
  );
}

describe("A picture", () => {
  it("is read as the API reads it", async () => {
    const page = await browser.open();
    for (const name of [
      ...["7.png", "0-one-bit.png", "2-palette-blue-on-yellow.png"],
      ...["3-large-black-on-white.png", "7-white-on-black-rgb.png"],
    ]) {
      const file = sample(name);
      const response = await fetch(`${inject("url")}/model/predict`, {
        method: "POST",
        headers: { "Content-Type": "image/png" },
        body: new Uint8Array(file.buffer),
      });
      const { predictions } = (await response.json()) as { predictions: [Prediction] };
      await page.getByRole("button", { name: "Clear" }).click();
      await expectNone(page);
      await pick(page, file);
      const { digit, probability } = await answerOf(page);
      expect({ prediction: Number(digit), probability }, name).toEqual(predictions[0]);
    }
  });

  it("is taken where it is dropped", async () => {
    const page = await browser.open();
    await hand(page, "drop", sample("5.png"));
    await expectDigit(page, 5);
  });

  it("of lines of digits is taken where it is dropped", async () => {
    const page = await browser.open();
    await hand(page, "drop", sample("90210_42-two-lines.png"));
    await expectText(page, "90210\n42");
  });

  it("is taken where it is pasted", async () => {
    const page = await browser.open();
    await hand(page, "paste", sample("8.png"));
    await expectDigit(page, 8);
  });

  it("is turned upright where its camera lay on the side", async () => {
    const { buffer, mimeType } = sample("3-large-black-on-white.png");
    const lying = sharp(buffer).rotate(-90).withMetadata({ orientation: 6 }).jpeg();
    const page = await browser.open();
    await pick(page, { name: "3.jpg", mimeType, buffer: await lying.toBuffer() });
    await expectDigit(page, 3);
  });

  it("is sent as it is, as PNG or JPEG, and read alike by page and server", async () => {
    const { buffer } = sample("3-large-black-on-white.png");
    const files = {
      "image/jpeg": await sharp(buffer)
        .resize(3000, 3000)
        .withMetadata({ orientation: 1 })
        .jpeg()
        .toBuffer(),
      "image/png": await sharp(buffer).resize(1000, 1000).png().toBuffer(),
    };
    for (const [type, buffer] of Object.entries(files)) {
      const page = await browser.open();
      const sent: (string | undefined)[] = [];
      page.on("request", (request) => {
        if (request.method() === "POST") sent.push(request.headers()["content-type"]);
      });
      // Whatever its name and type say.
      await pick(page, { name: "3.bmp", mimeType: "image/bmp", buffer });
      const here = await answerOf(page);
      await page.getByLabel("Ask the server").check();
      await expect.poll(() => page.locator("#way").textContent()).toMatch(/server/);
      const there = await answerOf(page);
      expect(there.digit).toBe(here.digit);
      expect(there.probability).toBeCloseTo(here.probability, 1);
      expect(new Set(sent)).toEqual(new Set([type]));
    }
  });

  it("is sent as a PNG where the server does not read its format", async () => {
    const { buffer } = sample("3-large-black-on-white.png");
    const webp = await sharp(buffer).webp({ lossless: true }).toBuffer();
    const page = await browser.open();
    await pick(page, { name: "3.webp", mimeType: "image/webp", buffer: webp });
    await page.getByLabel("Ask the server").check();
    await expect.poll(() => page.locator("#way").textContent()).toMatch(/server/);
    await expectDigit(page, 3);
  });

  it("names the file that its command sends", async () => {
    const page = await browser.open();
    const photograph = sample("4-photograph-lying.jpg");
    await pick(page, photograph);
    await expectDigit(page, 4);
    expect(await page.locator("#curl").textContent()).toContain("file=@digit.jpg ");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save digit.jpg" }).click(),
    ]);
    expect(readFileSync(await download.path())).toEqual(photograph.buffer);
    await page.locator("#pad").scrollIntoViewIfNeeded();
    await draw(page, 7);
    await expect.poll(() => page.locator("#curl").textContent()).toContain("file=@digit.png ");
  });

  it("comes from the camera, where there is a touch screen", async () => {
    const page = await browser.open();
    expect(await page.getByText("Take a photograph").isVisible()).toBe(false);
    const phone = await browser.open({ hasTouch: true, isMobile: true });
    const button = phone.getByText("Take a photograph");
    await expect.poll(() => button.isVisible()).toBe(true);
    const camera = button.locator("input");
    expect(await camera.getAttribute("capture")).toBe("environment");
    await camera.setInputFiles(sample("4-photograph-lying.jpg"));
    await expectDigit(phone, 4);
  });

  it("gives way to a drawing, and comes back", async () => {
    const page = await browser.open();
    await pick(page, sample("5.png"));
    await expectDigit(page, 5);
    await draw(page, 7);
    await expectDigit(page, 7);
    await page.keyboard.press("Control+z");
    await expectDigit(page, 5);
  });

  it("that is none is refused in words, and the drawing stays", async () => {
    const page = await browser.open();
    await draw(page, 1);
    await expectDigit(page, 1);
    await pick(page, { name: "a.png", mimeType: "image/png", buffer: Buffer.from("seven") });
    await expect
      .poll(() => page.locator("#message").textContent())
      .toMatch(/cannot read this picture/);
    await expectDigit(page, 1);
  });

  it("that is blank is answered in words", async () => {
    const create = { width: 100, height: 100, channels: 3, background: "#fff" } as const;
    const blank = await sharp({ create }).png().toBuffer();
    const page = await browser.open();
    await pick(page, { name: "blank.png", mimeType: "image/png", buffer: blank });
    await expect.poll(() => page.locator("#message").textContent()).toMatch(/no digit/);
    expect(await page.locator("#spoken").textContent()).toMatch(/no digit/);
  });
});

/** As the API words it. */
interface Prediction {
  prediction: number;
  probability: number;
}
