import sharp from "sharp";
import { digits } from "./digits.ts";
import { paintPaper16 } from "./paint.ts";
import { rasterise } from "./stroke.ts";

/** The name of the sample that is not a PNG. */
export const PHOTOGRAPH = "4-photograph-lying.jpg";

/** Exif's orientation of a picture that has to be turned by 90° clockwise, as a phone stores what it takes upright. */
const LYING = 6;

/**
 * Draws a 4 on paper that is not lit evenly, as a phone would store a photograph of it: lying, with
 * colour at half the resolution and the orientation in Exif.
 *
 * @returns a JPEG file of 640×480
 */
export async function drawPhotograph(): Promise<Uint8Array> {
  const box = { x: 140, y: 150, width: 200, height: 300 };
  const drawing = rasterise(digits[4] ?? [], { width: 480, height: 640 }, box, {
    width: 13,
    soft: 2,
  });
  const { width, height, data } = paintPaper16(drawing);
  // Bluish ink on yellowish paper, 8 bits a sample.
  const rgb = Array.from(data, (level) => level >> 8).flatMap((l) => [l, l - 6, 0.85 * l + 20]);
  const upright = sharp(Uint8Array.from(rgb), { raw: { width, height, channels: 3 } });
  return upright.rotate(-90).withMetadata({ orientation: LYING }).jpeg().toBuffer();
}
