import { encode } from "fast-png";
import type { DetectionBox } from "../../writing/lines/detectionBox.ts";
import type { Box, Plane } from "../../writing/Plane.ts";

/** Text at a place, its start on the line. */
export function text(x: number, y: number, content: string): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}">${escaped}</text>`;
}

/** A PNG file scaled to fit a box and in its middle, its pixels visible where they are few. */
export function image(png: Uint8Array, size: Size, { left, top, width, height }: Box): string {
  const isEnlarged = size.width < width && size.height < height;
  const scaling = isEnlarged ? ' style="image-rendering: pixelated"' : "";
  return (
    `<image x="${left}" y="${top}" width="${width}" height="${height}"${scaling} ` +
    `href="data:image/png;base64,${Buffer.from(png).toString("base64")}"/>`
  );
}

/** Grey levels as a PNG file. */
export function greyPng({ width, height, levels }: Plane): Uint8Array {
  return encode({ width, height, data: levels, channels: 1 });
}

export interface Size {
  width: number;
  height: number;
}

/** Where a picture lies that is scaled to fit a box and in its middle. */
export function fitted({ width, height }: Size, box: Box): Box {
  const scale = Math.min(box.width / width, box.height / height);
  const [across, down] = [width * scale, height * scale];
  return {
    left: box.left + (box.width - across) / 2,
    top: box.top + (box.height - down) / 2,
    width: across,
    height: down,
  };
}

/** A detection box, where its picture lies in an SVG. */
export function boxWithin([top, left, bottom, right]: DetectionBox, picture: Box): Box {
  return {
    left: picture.left + left * picture.width,
    top: picture.top + top * picture.height,
    width: (right - left) * picture.width,
    height: (bottom - top) * picture.height,
  };
}
