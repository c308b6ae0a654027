import { drawPicture, drawStrokes } from "./pad/draw.ts";
import { isDrawn, isEmpty, type Sheet } from "./pad/sheet.ts";
import { byId } from "./view.ts";

/** Calls `work` in the next frame, once however often it is asked for until then. */
export function oncePerFrame(work: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}

/** Shows a sheet on the pad, as sharp as the screen is and in the theme's ink. */
export function showSheet(sheet: Sheet): void {
  const canvas = byId<HTMLCanvasElement>("pad");
  const side = Math.round(canvas.clientWidth * devicePixelRatio);
  // Setting the size clears the canvas.
  Object.assign(canvas, { width: side, height: side });
  byId("hint").hidden = !isEmpty(sheet);

  const context = canvas.getContext("2d");
  if (!context) return;
  context.strokeStyle = getComputedStyle(canvas).color;
  if (isDrawn(sheet)) drawStrokes(context, sheet, side);
  else drawPicture(context, sheet.bitmap, side);
}

/** Calls back where the pad has another size or another ink. */
export function onOtherLook(changed: () => void): void {
  new ResizeObserver(changed).observe(byId("pad"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
