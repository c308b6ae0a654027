import { progressBar } from "../../adapters/terminal/progress.ts";
import { InputError } from "../../errors/InputError.ts";
import type { GreyImages } from "../../files/idx.ts";
import { SIDE } from "../../writing/form/side.ts";
import type { Judge } from "../../writing/Judge.ts";
import { toPixels } from "../../writing/toPixels.ts";
import type { LabelledSet } from "./labelledSets.ts";

/** A set as the net sees it. */
export interface Normalised {
  images: GreyImages;
  /** Of each image, as LabelledPicture has them. */
  names: string[];
  /** What could not be read, and why. */
  refused: { name: string; reason: string }[];
}

/** Brings every picture of a set to 28×28, as the service does under `normalize=always`. */
export function normaliseSet({ count, pictures }: LabelledSet, judge: Judge): Normalised {
  const pixels: Uint8Array[] = [];
  const labels: number[] = [];
  const names: string[] = [];
  const refused: Normalised["refused"] = [];
  const progress = progressBar(count);
  for (const { name, label, decode } of pictures) {
    try {
      pixels.push(toPixels(decode(), "always", judge));
      labels.push(label);
      names.push(name);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused.push({ name, reason: error.message });
    }
    progress(names.length + refused.length);
  }
  const images = {
    count: names.length,
    width: SIDE,
    height: SIDE,
    pixels: Buffer.concat(pixels),
    labels: Uint8Array.from(labels),
  };
  return { images, names, refused };
}
