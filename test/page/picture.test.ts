import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, inject, it } from "vitest";
import { answerOf, expectDigit, expectNone, useBrowser } from "./browser.ts";
import { draw } from "./strokes.ts";

const browser = useBrowser();

/** A file as a browser hands it over. */
interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

function sample(name: string): Upload {
  const buffer = readFileSync(new URL(`../../samples/${name}`, import.meta.url));
  return { name, mimeType: "image/png", buffer };
}

function pick(page: Page, file: Upload): Promise<void> {
  return page.locator("#file").setInputFiles(file);
}

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

  it("is shrunk to what the API takes where it is large", async () => {
    const { buffer, mimeType } = sample("3-large-black-on-white.png");
    const large = sharp(buffer).resize(3000, 3000).jpeg();
    const page = await browser.open();
    await pick(page, { name: "3.jpg", mimeType, buffer: await large.toBuffer() });
    const here = await answerOf(page);
    await page.getByLabel("Ask the server").check();
    await expect.poll(() => page.locator("#way").textContent()).toMatch(/server/);
    expect(await answerOf(page)).toEqual(here);
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
