import type { GreyImage } from "../../../image/GreyImage.ts";
import { toGrey } from "../../../image/toGrey.ts";

/** A canvas's colours as grey levels. */
export function toGreyImage({
  data,
  width,
  height,
}: Pick<ImageData, "data" | "width" | "height">): GreyImage {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return toGrey({ width, height, channels: 4, sampleBytes: 1, data: bytes });
}
