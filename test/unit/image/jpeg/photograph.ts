import sharp, { type JpegOptions } from "sharp";
import { randomFrom } from "../../random.ts";

/** Samples of a picture, 8 bits each. */
export interface Picture {
  width: number;
  height: number;
  /** 1 for grey, 3 for RGB. */
  channels: 1 | 3;
  data: Buffer;
}

/** A picture of soft shapes and some noise, in muted colours: none of them is clipped by JPEG. */
export function randomPicture(
  width: number,
  height: number,
  channels: 1 | 3,
  random: () => number,
): Picture {
  const waves = Array.from({ length: 3 * channels }, () => [random(), random(), 6 * random()]);
  const data = Buffer.alloc(width * height * channels);
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / channels);
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    let level = 128 + 8 * (random() - 0.5);
    for (let k = i % channels; k < waves.length; k += channels) {
      const [across, down, phase] = waves[k];
      level += 12 * Math.sin(across * x + down * y + phase);
    }
    data[i] = level;
  }
  return { width, height, channels, data };
}

/** Saves a picture as JPEG by sharp, which is libjpeg-turbo's encoder or mozjpeg's. */
export function saveJpeg({ data, ...raw }: Picture, options: JpegOptions = {}): Promise<Buffer> {
  const space = raw.channels === 1 ? "b-w" : "srgb";
  return sharp(data, { raw }).toColourspace(space).jpeg(options).toBuffer();
}

/** Random levels of a picture's blocks of 8×8, the same whenever they are asked for. */
export function randomLevels(
  random: () => number,
): (component: number, x: number, y: number) => number {
  const start = Math.floor(random() * 2 ** 32);
  return (component, x, y) =>
    Math.floor(256 * randomFrom(start + 7919 * component + 104_729 * x + y)());
}
