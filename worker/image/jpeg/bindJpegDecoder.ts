import { AreaAverage, reductionFactor, WORKING_SIDE } from "../AreaAverage.ts";
import type { SizeLimits } from "../checkSize.ts";
import type { DecodedImage, GreyImage } from "../GreyImage.ts";
import { turnUpright } from "../orientation.ts";
import type { Samples } from "../Samples.ts";
import { checkJpegSize } from "./checkJpegSize.ts";
import { broken } from "./refusals.ts";
import { decodedSize } from "./scale.ts";
import { imageStream } from "./stream.ts";
import { checkStructure } from "./structure.ts";
import { openTurboJpeg, type TurboJpeg } from "./turboJpeg.ts";

/**
 * Decodes a JPEG file to grey levels, upright by its Exif orientation, its longer side at most the
 * working size.
 *
 * @param bytes that start with JPEG's signature
 * @param limits what is left of them; the image's size is taken off
 * @throws InputError 400 if it is broken or of a kind that is not decoded, 413 if it is over a limit
 */
export type JpegDecoder = (bytes: Uint8Array, limits: SizeLimits) => DecodedImage;

/**
 * Binds the decoder to libjpeg-turbo, which is instantiated when the first JPEG comes.
 *
 * @param turboJpeg @cwasm/jpeg-turbo's jpeg-turbo.wasm, compiled
 */
export function bindJpegDecoder(turboJpeg: WebAssembly.Module): JpegDecoder {
  let turbo: TurboJpeg | null = null;

  return (bytes, limits) => {
    const structure = checkStructure(bytes);
    checkJpegSize(structure, limits);
    const { width, height } = decodedSize(structure.frame, WORKING_SIDE);
    turbo ??= openTurboJpeg(turboJpeg);
    const grey = turbo.decode(imageStream(bytes, structure), width, height);
    if (turbo.isSpent()) turbo = null;
    if (!grey) throw broken("its image data is damaged or ends early");
    const image = reduced({ width, height, channels: 1, sampleBytes: 1, data: grey });
    const { width: storedWidth, height: storedHeight } = structure.frame;
    return {
      ...turnUpright(image, structure.orientation),
      stored: { width: storedWidth, height: storedHeight },
    };
  };
}

/** Grey levels averaged down to the working size, where an eighth of the file's size is above it. */
function reduced(levels: Samples): GreyImage {
  const { width, height } = levels;
  const average = new AreaAverage(width, height, reductionFactor(width, height));
  average.add(levels, { x: 0, y: 0, stepX: 1, stepY: 1 });
  const { data, ...size } = average.result();
  return { ...size, grey: data, alpha: null };
}
