import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { useBrowser } from "./browser.ts";

const browser = useBrowser();
const seven = fileURLToPath(new URL("../../samples/7.png", import.meta.url));

describe("GET /docs/", () => {
  it("shows every group of routes", async () => {
    const page = await openDocs();
    const groups = async () => {
      const texts = await page.locator("h3.opblock-tag").allTextContents();
      return texts.map((text) => text.trim());
    };
    await expect
      .poll(groups)
      .toEqual([
        "Model Asset eXchange",
        "Hugging Face",
        "KServe's first protocol",
        "Open Inference Protocol",
        "Service",
      ]);
  });

  it("tries a route out", async () => {
    const page = await openDocs();
    await tryOut(page, "labels", '"count": 10');
  });

  it("sends a file", async () => {
    const page = await openDocs();
    await tryOut(page, "imageClassification", '"label": "7"', seven);
  });

  it("sends a form with a file", async () => {
    const page = await openDocs();
    await tryOut(page, "predict", '"prediction": 7', seven);
    await tryOut(page, "read", '"text": "7"', seven);
  });

  it("is reached without its last slash, and by the page's link", async () => {
    const response = await fetch(`${inject("url")}/docs`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([308, "./docs/"]);
    const page = await browser.open();
    await page.getByRole("link", { name: "API" }).click();
    await page.locator("h3.opblock-tag").first().waitFor();
  });
});

async function openDocs(): Promise<Page> {
  const page = await browser.open();
  await page.goto(`${inject("url")}/docs/`);
  await page.locator("h3.opblock-tag").first().waitFor();
  return page;
}

/** Opens an operation, sends it, and waits until the service's answer is shown. */
async function tryOut(page: Page, id: string, answer: string, file?: string): Promise<void> {
  const block = page.locator(`[id$="-${id}"]`);
  await block.locator(".opblock-summary").click();
  await block.getByRole("button", { name: "Try it out" }).click();
  if (file) {
    await block.locator('input[type="file"]').setInputFiles(file);
  }
  await block.getByRole("button", { name: "Execute" }).click();
  const shown = block.locator(".live-responses-table .response-col_description pre").first();
  await expect.poll(() => shown.textContent()).toContain(answer);
}
