import type { Point } from "./strokes.ts";

/** What a pen does. */
export interface PenEvents {
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
export function followPen(element: HTMLElement, { down, move, up }: PenEvents): void {
  const place = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };

  element.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    down(place(event));
  });
  element.addEventListener("pointermove", (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    // All the places since the last frame; some browsers tell the last one alone.
    const events = event.getCoalescedEvents?.() ?? [];
    move((events.length > 0 ? events : [event]).map(place));
  });
  // Comes after pointerup and pointercancel alike.
  element.addEventListener("lostpointercapture", up);
}
