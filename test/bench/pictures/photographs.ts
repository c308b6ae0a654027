import { fileURLToPath } from "node:url";
import sharp from "sharp";

/** A picture to be read. */
export interface Photograph {
  name: string;
  file: Uint8Array;
}

const SAMPLE = fileURLToPath(new URL("../../../samples/4-photograph-lying.jpg", import.meta.url));

/** JPEGs as cameras make them: the sample enlarged, with a sensor's noise. */
export async function photographs(): Promise<Photograph[]> {
  const phone = { width: 4032, height: 3024 };
  return [
    { name: "1,024×1,024, baseline", file: await photograph({ width: 1024, height: 1024 }) },
    { name: "4,032×3,024, baseline", file: await photograph(phone) },
    { name: "4,032×3,024, progressive", file: await photograph(phone, true) },
  ];
}

function photograph(size: { width: number; height: number }, progressive = false): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const grain = { create: { ...size, channels: 3, background: "#808080", noise } } as const;
  return sharp(SAMPLE)
    .resize({ ...size, fit: "fill" })
    .composite([{ input: grain, blend: "soft-light" }])
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 85, progressive })
    .toBuffer();
}
