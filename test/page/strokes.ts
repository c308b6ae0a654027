import type { Page } from "playwright-core";
import type { Point } from "../../worker/site/page/pad/strokes.ts";
import { nextFrame } from "./browser.ts";

/** Where the pen goes for each digit, as a person may draw them, large and in the pad's middle. */
export const digits: readonly (readonly (readonly Point[])[])[] = [
  [ellipse(0.5, 0.5, 0.19, 0.3)],
  [[at(0.42, 0.32), at(0.53, 0.2), at(0.52, 0.5), at(0.5, 0.82)]],
  [
    [
      ...[at(0.32, 0.34), at(0.37, 0.23), at(0.49, 0.18), at(0.61, 0.23), at(0.66, 0.35)],
      ...[
        at(0.6, 0.48),
        at(0.48, 0.61),
        at(0.36, 0.73),
        at(0.3, 0.8),
        at(0.5, 0.79),
        at(0.71, 0.8),
      ],
    ],
  ],
  [
    [
      ...[at(0.34, 0.25), at(0.46, 0.19), at(0.58, 0.22), at(0.63, 0.32), at(0.57, 0.43)],
      ...[at(0.46, 0.48), at(0.58, 0.51), at(0.67, 0.61), at(0.64, 0.74), at(0.51, 0.81)],
      at(0.34, 0.77),
    ],
  ],
  [
    [at(0.4, 0.2), at(0.35, 0.36), at(0.3, 0.52), at(0.48, 0.53), at(0.7, 0.51)],
    [at(0.62, 0.22), at(0.59, 0.5), at(0.56, 0.82)],
  ],
  [
    [
      ...[at(0.4, 0.21), at(0.37, 0.34), at(0.35, 0.45), at(0.48, 0.43), at(0.61, 0.49)],
      ...[at(0.65, 0.61), at(0.6, 0.74), at(0.48, 0.81), at(0.34, 0.77)],
    ],
    [at(0.4, 0.21), at(0.52, 0.21), at(0.66, 0.19)],
  ],
  [
    [
      ...[at(0.57, 0.18), at(0.45, 0.29), at(0.37, 0.44), at(0.34, 0.61), at(0.38, 0.75)],
      ...[at(0.5, 0.81), at(0.62, 0.75), at(0.65, 0.64), at(0.58, 0.54), at(0.47, 0.55)],
      at(0.36, 0.66),
    ],
  ],
  [[at(0.31, 0.24), at(0.5, 0.23), at(0.68, 0.21), at(0.6, 0.4), at(0.52, 0.6), at(0.46, 0.82)]],
  [
    [
      ...[at(0.62, 0.27), at(0.5, 0.19), at(0.38, 0.26), at(0.41, 0.4), at(0.52, 0.49)],
      ...[at(0.63, 0.6), at(0.62, 0.75), at(0.5, 0.82), at(0.38, 0.75), at(0.38, 0.61)],
      ...[at(0.5, 0.49), at(0.61, 0.39), at(0.63, 0.28)],
    ],
  ],
  [
    [
      ...[at(0.63, 0.29), at(0.52, 0.2), at(0.39, 0.25), at(0.36, 0.38), at(0.44, 0.48)],
      ...[at(0.56, 0.45), at(0.63, 0.31), at(0.62, 0.5), at(0.58, 0.66), at(0.52, 0.82)],
    ],
  ],
];

function at(x: number, y: number): Point {
  return [x, y];
}

/** From the top, leftwards, and a little beyond where it began. */
function ellipse(x: number, y: number, width: number, height: number): Point[] {
  return Array.from({ length: 19 }, (_, i) => {
    const angle = ((-90 - i * 21) * Math.PI) / 180;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });
}

/** Draws a digit with the mouse, as large as it is above or at another scale from a place on the pad. */
export async function draw(
  page: Page,
  digit: number,
  scale = 1,
  from: Point = [0, 0],
): Promise<void> {
  for (const stroke of digits[digit]) {
    await drawStroke(
      page,
      stroke.map(([x, y]) => [from[0] + x * scale, from[1] + y * scale]),
    );
  }
}

/** Draws a stroke with the mouse, and waits until the page has taken it all in. */
export async function drawStroke(page: Page, stroke: readonly Point[]): Promise<void> {
  const [start, ...rest] = await onPad(page, stroke);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 2 });
  await page.mouse.up();
  await nextFrame(page);
}

/** Points of the pad as points of the window. */
export async function onPad(
  page: Page,
  points: readonly Point[],
): Promise<{ x: number; y: number }[]> {
  const box = await page.locator("#pad").boundingBox();
  if (!box) throw new Error("there is no pad");
  return points.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}
