/** A drawing that was misread. */
export interface Correction {
  /** The digit that it shows, 0 … 9. */
  digit: number;
  /** The drawing as a PNG file, in Base64. */
  png: string;
}

/** Under which the browser keeps them. */
const KEY = "corrections";

/** What the browser keeps, oldest first. */
export function corrections(): Correction[] {
  return JSON.parse(localStorage.getItem(KEY) ?? "[]");
}

/**
 * Keeps one more.
 *
 * @throws Error with a message for whoever has drawn if the browser has no room for it
 */
export function keep(correction: Correction): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...corrections(), correction]));
  } catch {
    throw new Error("The browser has no room for more drawings. Save the zip, then delete them.");
  }
}

/** Deletes all. */
export function forget(): void {
  localStorage.removeItem(KEY);
}
