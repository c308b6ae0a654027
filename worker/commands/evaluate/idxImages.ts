import { encode } from "fast-png";
import { type GreyImages, idxPairs, readIdxPair } from "../../files/idx.ts";
import type { Dataset, LabelledImage } from "./dataset.ts";

/**
 * The images of pairs of IDX files as PNG files, named by their number from 0; a pair is a group.
 *
 * @param names of the pairs; all of the folder if there are none
 * @throws Error if there is no pair, and as readIdxPair does
 */
export function idxImages(folder: string, names: string[]): Dataset {
  const pairs = (names.length > 0 ? names : idxPairs(folder)).map((name) => ({
    name,
    images: readIdxPair(folder, name),
  }));
  if (pairs.length === 0) throw new Error(`${folder} holds no pair of IDX files`);
  const count = pairs.reduce((sum, { images }) => sum + images.count, 0);
  return { count, images: asPngs(pairs) };
}

function* asPngs(pairs: { name: string; images: GreyImages }[]): Generator<LabelledImage> {
  for (const { name, images } of pairs) {
    const { count, width, height, pixels, labels } = images;
    for (let i = 0; i < count; i++) {
      const data = pixels.subarray(i * width * height, (i + 1) * width * height);
      const file = encode({ width, height, data, channels: 1 });
      yield { name: `${name} ${i}`, group: name, label: labels[i], file };
    }
  }
}
