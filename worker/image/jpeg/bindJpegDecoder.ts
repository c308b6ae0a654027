import { WORKING_SIDE } from "../AreaAverage.ts";
import type { SizeLimits } from "../checkSize.ts";
import type { DecodedImage } from "../GreyImage.ts";
import { turnUpright } from "../orientation.ts";
import { reduce } from "../reduce.ts";
import { checkJpegSize } from "./checkJpegSize.ts";
import { instancePool } from "./instancePool.ts";
import { broken } from "./refusals.ts";
import { decodedSize } from "./scale.ts";
import { imageStream } from "./stream.ts";
import { checkStructure } from "./structure.ts";
import { openTurboJpeg } from "./turboJpeg.ts";

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
  const instances = instancePool(() => openTurboJpeg(turboJpeg));

  return (bytes, limits) => {
    const structure = checkStructure(bytes);
    checkJpegSize(structure, limits);
    const { frame, orientation } = structure;
    const { width, height } = decodedSize(frame, WORKING_SIDE);
    const turbo = instances.take();
    const data = turbo.decode(imageStream(bytes, structure), width, height);
    instances.giveBack(turbo);
    if (!data) throw broken("its image data is damaged or ends early");
    // Even an eighth of a file's sides may be above it.
    const { levels: grey, ...size } = reduce({ width, height, levels: data }, WORKING_SIDE);
    const image = { ...size, grey, alpha: null };
    const stored = { width: frame.width, height: frame.height };
    return { ...turnUpright(image, orientation), stored };
  };
}
