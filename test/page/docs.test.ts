import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { useBrowser } from "./browser.ts";

const browser = useBrowser();
const seven = fileURLToPath(new URL("../../samples/7.png", import.meta.url));

describe("GET /docs/", () => {
  it("shows every group of routes", async () => {
    const page = await openDocs();
    const groups = await page.locator("h3.opblock-tag").allTextContents();
    expect(groups.map((group) => group.trim())).toEqual([
      "Model Asset eXchange",
      "Hugging Face",
      "Open Inference Protocol",
      "Service",
    ]);
  });

  it("tries a route out", async () => {
    const page = await openDocs();
    expect(await tryOut(page, "labels")).toContain('"count": 10');
  });

  it("sends a file", async () => {
    const page = await openDocs();
    const answer = await tryOut(page, "imageClassification", seven);
    expect(answer).toContain('"label": "7"');
  });

  it("sends a form with a file", async () => {
    const page = await openDocs();
    const answer = await tryOut(page, "predict", seven);
    expect(answer).toContain('"prediction": 7');
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

/** Opens an operation, sends it, and returns what the service has answered. */
async function tryOut(page: Page, id: string, file?: string): Promise<string> {
  const block = page.locator(`[id$="-${id}"]`);
  await block.locator(".opblock-summary").click();
  await block.getByRole("button", { name: "Try it out" }).click();
  if (file) {
    await block.locator('input[type="file"]').setInputFiles(file);
  }
  await block.getByRole("button", { name: "Execute" }).click();
  const answer = block.locator(".live-responses-table .response-col_description pre").first();
  await answer.waitFor();
  return (await answer.textContent()) ?? "";
}
