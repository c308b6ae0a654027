import type { Coverage } from "../../../samples/stroke.ts";
import type { GreyImage } from "../../../worker/image/GreyImage.ts";

/** Red, green and blue, 0 … 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A colour that depends on the place, as wood's does. */
export type Shade = (x: number, y: number) => Colour;

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

/** A picture on which nothing has been painted: all of it is clear. */
export function clearPicture(width: number, height: number): Picture {
  const plane = () => new Uint8Array(width * height);
  return { width, height, planes: [plane(), plane(), plane()], alpha: plane() };
}

/** A picture in grey. */
export function greyPicture({ width, height, grey, alpha }: GreyImage): Picture {
  const opaque = () => new Uint8Array(grey.length).fill(255);
  return { width, height, planes: [grey, grey, grey], alpha: alpha ?? opaque() };
}

/** All of a picture. */
export function whole({ width, height }: Pick<Picture, "width" | "height">): Box {
  return { left: 0, top: 0, width, height };
}

/** A box with so many more pixels on each side. */
export function grown({ left, top, width, height }: Box, by: number): Box {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
}

/** A colour written `#rrggbb`. */
export function hex(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Lays a colour over pixel `i`; `share` 0 … 1 is how much of the pixel it covers. */
export function cover(picture: Picture, i: number, colour: Colour, share: number): void {
  const [red, green, blue] = picture.planes;
  const below = (picture.alpha[i] / 255) * (1 - share);
  const total = share + below;
  if (total === 0) return;
  const [above, rest] = [share / total, below / total];
  red[i] = Math.round(colour[0] * above + red[i] * rest);
  green[i] = Math.round(colour[1] * above + green[i] * rest);
  blue[i] = Math.round(colour[2] * above + blue[i] * rest);
  picture.alpha[i] = Math.round(255 * total);
}

/** Lays a colour over a picture where there is ink. */
export function coverInk(picture: Picture, { ink }: Coverage, colour: Colour, opacity = 1): void {
  for (let i = 0; i < ink.length; i++) if (ink[i] > 0) cover(picture, i, colour, ink[i] * opacity);
}
