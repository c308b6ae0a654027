import type { Picture } from "./picture.ts";
import type { Stroke } from "./strokes.ts";

/** What lies on the pad: a picture, or strokes, or nothing. */
export type Sheet = Picture | readonly Stroke[];

/** Nothing. */
export const EMPTY: Sheet = [];

/** Whether strokes lie on the pad, be it none. */
export function isDrawn(sheet: Sheet): sheet is readonly Stroke[] {
  return Array.isArray(sheet);
}

/** Whether there is nothing on the pad. */
export function isEmpty(sheet: Sheet): boolean {
  return isDrawn(sheet) && sheet.length === 0;
}

/** Sheets one upon the other. */
export interface Stack {
  /** The one on top. */
  readonly top: Sheet;
  /** Lays a sheet on top. */
  lay(sheet: Sheet): void;
  /** Takes the top one away; the last one stays. */
  undo(): void;
}

/** A stack with an empty sheet at its bottom. */
export function createStack(): Stack {
  const sheets = [EMPTY];
  return {
    get top() {
      return sheets[sheets.length - 1];
    },
    lay(sheet) {
      sheets.push(sheet);
    },
    undo() {
      if (sheets.length > 1) sheets.pop();
    },
  };
}
