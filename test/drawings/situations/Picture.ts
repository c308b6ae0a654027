import type { Coverage } from "../../../samples/stroke.ts";

/** Red, green and blue, 0 … 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A picture in colour. Row-major, one byte a pixel in each plane. */
export interface Picture {
  width: number;
  height: number;
  /** Red, green and blue, not premultiplied by alpha. */
  planes: readonly [Uint8Array, Uint8Array, Uint8Array];
  /** 0 clear … 255 opaque. */
  alpha: Uint8Array;
}

/** A part of a picture, in pixels that need not be whole. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A colour that depends on the place, as wood's does. */
export type Shade = (x: number, y: number) => Colour;

/** A picture on which nothing has been painted: all of it is clear. */
export function clearPicture(width: number, height: number): Picture {
  const plane = () => new Uint8Array(width * height);
  return { width, height, planes: [plane(), plane(), plane()], alpha: plane() };
}

/** A colour written `#rrggbb`. */
export function hex(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Lays a colour over one pixel; `share` 0 … 1 is how much of the pixel it covers. */
export function cover({ planes, alpha }: Picture, i: number, colour: Colour, share: number): void {
  if (share <= 0) return;
  const below = (alpha[i] / 255) * (1 - share);
  const total = share + below;
  planes.forEach((plane, c) => {
    plane[i] = Math.round((colour[c] * share + plane[i] * below) / total);
  });
  alpha[i] = Math.round(255 * total);
}

/** Lays a colour over a picture where there is ink. */
export function coverInk(picture: Picture, { ink }: Coverage, colour: Colour, opacity = 1): void {
  for (let i = 0; i < ink.length; i++) if (ink[i] > 0) cover(picture, i, colour, ink[i] * opacity);
}
