import type { Point } from "./strokes.ts";

/** How far a pen may slip in a tap, as a share of the element's side. */
const SLIP = 0.015;

/** What a pen does. */
export interface PenEvents {
  /** What a tap at a place does, where it does not draw a dot. */
  tap(at: Point): (() => void) | undefined;
  /** It is set down. */
  down(at: Point): void;
  /** It goes on to these places. */
  move(to: Point[]): void;
  /** It is lifted. */
  up(): void;
}

/**
 * Follows mouse, finger or pen on an element, and beyond its edges while it is down. Of several
 * fingers the first one draws.
 */
export function followPen(element: HTMLElement, { tap, down, move, up }: PenEvents): void {
  const place = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };
  /** Where the pen was set down, as long as this may be a tap. */
  let tapped: { at: Point; act: () => void } | undefined;

  element.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    const at = place(event);
    const act = tap(at);
    tapped = act && { at, act };
    if (!tapped) down(at);
  });
  element.addEventListener("pointermove", (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    // All the places since the last frame; some browsers tell the last one alone.
    const events = event.getCoalescedEvents?.() ?? [];
    const places = (events.length > 0 ? events : [event]).map(place);
    if (tapped) {
      const { at } = tapped;
      if (places.every(([x, y]) => Math.hypot(x - at[0], y - at[1]) < SLIP)) return;
      tapped = undefined;
      down(at);
    }
    move(places);
  });
  // Comes after pointerup and pointercancel alike.
  element.addEventListener("lostpointercapture", () => {
    if (tapped) tapped.act();
    else up();
    tapped = undefined;
  });
}
