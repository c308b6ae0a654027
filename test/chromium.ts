import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's, or the one that CHROMIUM names. */
const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** With these it opens no connection of its own. */
const OPTIONS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium; undefined where there is none. */
export async function launchChromium(): Promise<Browser | undefined> {
  if (!existsSync(EXECUTABLE)) return undefined;
  return chromium.launch({ executablePath: EXECUTABLE, args: OPTIONS });
}

/**
 * The browser that was started. Where there is none, a test is skipped, and fails in CI.
 *
 * @throws Error in CI; otherwise what skips the test
 */
export function needChromium(
  browser: Browser | undefined,
  context: { skip(reason: string): never },
): Browser {
  if (browser) return browser;
  const reason = `There is no browser at ${EXECUTABLE}: apt-get install chromium, or set CHROMIUM.`;
  if (process.env.CI) throw new Error(reason);
  return context.skip(reason);
}
