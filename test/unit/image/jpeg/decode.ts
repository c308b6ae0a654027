import { readFileSync } from "node:fs";
import type { GreyImage } from "../../../../worker/image/GreyImage.ts";
import { bindJpegDecoder } from "../../../../worker/image/jpeg/bindJpegDecoder.ts";
import { imageStream } from "../../../../worker/image/jpeg/stream.ts";
import { checkStructure } from "../../../../worker/image/jpeg/structure.ts";
import { openTurboJpeg } from "../../../../worker/image/jpeg/turboJpeg.ts";
import { defaultLimits, type Limits } from "../../../../worker/settings/limits.ts";

/** libjpeg-turbo, compiled. */
export const turboJpeg = new WebAssembly.Module(
  readFileSync(
    new URL("../../../../node_modules/@cwasm/jpeg-turbo/jpeg-turbo.wasm", import.meta.url),
  ),
);

const decode = bindJpegDecoder(turboJpeg);

/** Decodes a file as the service does. */
export function decodeJpeg(file: Uint8Array, limits: Partial<Limits> = {}): GreyImage {
  return decode(file, { ...defaultLimits, ...limits });
}

/** Decodes a file at 1/1, 1/2, … of its size, however small it is, and leaves it as it lies. */
export function decodeScaled(file: Uint8Array, eighths: number): GreyImage {
  const structure = checkStructure(file);
  const width = Math.ceil((structure.frame.width * eighths) / 8);
  const height = Math.ceil((structure.frame.height * eighths) / 8);
  const grey = openTurboJpeg(turboJpeg).decode(imageStream(file, structure), width, height);
  if (!grey) throw new Error("libjpeg-turbo stopped");
  return { width, height, grey, alpha: null };
}
