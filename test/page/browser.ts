import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  inject,
  type TestContext,
} from "vitest";
import { launchChromium, needChromium } from "../chromium.ts";

/** Chromium, which stays open for all the tests of a file. */
export interface TestBrowser {
  /** Opens the page in a profile of its own. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Says before it happens what the page may complain of in this test. */
  forgive(trouble: RegExp): void;
}

/**
 * Starts Chromium for the tests of a file. Where there is none they fail in CI, and are skipped
 * elsewhere. A test fails by a console error, and by a request to another host.
 */
export function useBrowser(): TestBrowser {
  const troubles: string[] = [];
  const forgiven: RegExp[] = [];
  let browser: Browser | undefined;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach((context: TestContext) => {
    needChromium(browser, context);
  });
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    const patterns = forgiven.splice(0);
    const left = troubles.splice(0).filter((text) => !patterns.some((each) => each.test(text)));
    expect(left).toEqual([]);
  });
  afterAll(() => browser?.close());

  return {
    forgive: (trouble) => forgiven.push(trouble),
    async open(options) {
      if (!browser) throw new Error("open() is for tests");
      const context = await browser.newContext(options);
      const page = await context.newPage();
      watch(page, troubles);
      await page.goto(inject("url"));
      return page;
    },
  };
}

function watch(page: Page, troubles: string[]): void {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      troubles.push(`${message.text()} ${message.location().url}`);
    }
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => {
    const { origin, protocol, href } = new URL(request.url());
    if (origin !== inject("url") && protocol !== "blob:") troubles.push(`a request to ${href}`);
  });
}

/** A file as a browser hands it over. */
export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A sample's file. */
export function sample(name: string): Upload {
  const buffer = readFileSync(new URL(`../../samples/${name}`, import.meta.url));
  return { name, mimeType: "image/png", buffer };
}

/** Has the page open a file. */
export function pick(page: Page, file: Upload): Promise<void> {
  return page.locator("#file").setInputFiles(file);
}

/** The answer that the page shows, once there is one. */
export async function answerOf(page: Page): Promise<{ digit: string; probability: number }> {
  const best = page.locator("#bars .best data");
  await best.waitFor();
  return {
    digit: (await page.locator("#digit").textContent()) ?? "",
    probability: Number(await best.getAttribute("value")),
  };
}

/** Waits until the page shows a digit, and this one. */
export function expectDigit(page: Page, digit: number): Promise<void> {
  return expectText(page, String(digit));
}

/** Waits until the page shows these lines of digits. */
export async function expectText(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.locator("#digit").textContent()).toBe(text);
}

/** Waits until the page shows no digit. */
export function expectNone(page: Page): Promise<void> {
  return expectText(page, "–");
}

/** Waits until the page has drawn a frame with all that it has been told so far. */
export function nextFrame(page: Page): Promise<void> {
  // Callbacks run before their frame is drawn: the second one's turn comes when the first frame is.
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** The pad as it is shown. */
export function padOf(page: Page): Promise<string> {
  return page.locator("canvas#pad").evaluate((pad: HTMLCanvasElement) => pad.toDataURL());
}
