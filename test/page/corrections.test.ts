import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createClassifier, createJpegDecoder } from "../../worker/adapters/node.ts";
import { judgeOf } from "../../worker/classifier/judge.ts";
import { imageFolder } from "../../worker/commands/evaluate/imageFolder.ts";
import { decodeImage } from "../../worker/image/decodeImage.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { toPixels } from "../../worker/writing/toPixels.ts";
import { expectDigit, expectText, pick, sample, useBrowser } from "./browser.ts";
import { draw } from "./strokes.ts";

const browser = useBrowser();
/** Pad and buttons are in view together. */
const TALL = { viewport: { width: 1280, height: 1600 } };
const kept = (page: Page) => page.locator("#kept").textContent();
const tap = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

describe("Wrong?", () => {
  it("keeps drawings under the digits that are chosen, over visits, and saves them for training", async () => {
    const page = await browser.open(TALL);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET") sent.push(request.url());
    });
    await page.getByText("Wrong?").click();
    await draw(page, 7);
    await expectDigit(page, 7);
    await tap(page, "7");
    await expect.poll(() => kept(page)).toBe("Kept as a 7; 1 drawing is kept");
    await tap(page, "Clear");
    await draw(page, 4);
    await expectDigit(page, 4);
    await tap(page, "4");
    await expect.poll(() => kept(page)).toBe("Kept as a 4; 2 drawings are kept");

    await page.reload();
    await page.getByText("Wrong?").click();
    expect(await kept(page)).toBe("2 drawings are kept");
    const download = page.waitForEvent("download");
    await tap(page, "Save digits.zip");
    expect(await readZip(await (await download).path())).toEqual([
      ["4/1.png", 4, 4],
      ["7/1.png", 7, 7],
    ]);
    expect(sent).toEqual([]);
  });

  it("keeps the digit in the chosen box of several", async () => {
    const page = await browser.open(TALL);
    await page.getByText("Wrong?").click();
    await pick(page, sample("90210_42-two-lines.png"));
    await expectText(page, "90210\n42");
    await tap(page, "9");
    await expect.poll(() => kept(page)).toMatch(/^Kept as a 9/);
    const boxes = page.getByRole("radio");
    await boxes.first().focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
    await tap(page, "4");
    await expect.poll(() => kept(page)).toMatch(/^Kept as a 4/);
    const download = page.waitForEvent("download");
    await tap(page, "Save digits.zip");
    expect(await readZip(await (await download).path())).toEqual([
      ["4/1.png", 4, 4],
      ["9/1.png", 9, 9],
    ]);
  });

  it("asks for a drawing where there is none, and deletes what is kept", async () => {
    const page = await browser.open(TALL);
    await page.getByText("Wrong?").click();
    await tap(page, "3");
    expect(await kept(page)).toBe("Draw a digit first");
    expect(await page.locator("#collection").isVisible()).toBe(false);
    await draw(page, 3);
    await expectDigit(page, 3);
    await tap(page, "3");
    await expect.poll(() => page.locator("#collection").isVisible()).toBe(true);
    await tap(page, "Delete the drawings");
    expect(await kept(page)).toBe("0 drawings are kept");
    expect(await page.locator("#collection").isVisible()).toBe(false);
  });
});

/** The files of a zip as training finds them: the path, the label, and what the network reads. */
async function readZip(zip: string): Promise<[path: string, label: number, digit: number][]> {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  try {
    const unzip = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])";
    execFileSync("python3", ["-c", unzip, zip, folder]);
    const [classifier, decodeJpeg] = await Promise.all([createClassifier(), createJpegDecoder()]);
    return [...imageFolder(folder).images].map(({ name, label, file }) => {
      const image = decodeImage(file, defaultLimits, decodeJpeg);
      const { digit } = classifier.classify(toPixels(image, "auto", judgeOf(classifier)));
      return [name.slice(folder.length + 1), label, digit];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
