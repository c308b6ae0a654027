import { AreaAverage } from "../AreaAverage.ts";
import type { GreyImage } from "../GreyImage.ts";
import type { Samples } from "../Samples.ts";
import { toGrey } from "../toGrey.ts";
import { readBands } from "./bands.ts";
import { deinterlace } from "./deinterlace.ts";
import { PlainRows } from "./PlainRows.ts";
import { rowSamples } from "./rowSamples.ts";
import type { Structure } from "./structure.ts";

/** Bytes of a band of rows, where an image is averaged down: the image itself is never held whole. */
const BAND_BYTES = 2 ** 18;

/** A PixelDecoder in JavaScript, for where there are no kernels, and the kernels' reference. */
export function decodePlainly(structure: Structure, factor: number): GreyImage {
  return toGrey(factor === 1 ? decodeWhole(structure) : decodeReduced(structure, factor));
}

function decodeWhole(structure: Structure): Samples {
  const { header } = structure;
  const bands = [...readBands(structure, new PlainRows(header, Number.POSITIVE_INFINITY))];
  const parts = bands.map(({ pass, count, rows }) =>
    rowSamples(rows, pass.columns, count, structure),
  );
  if (!header.interlaced) return parts[0];
  return deinterlace(
    parts,
    bands.map(({ pass }) => pass),
    header,
  );
}

/** Decodes an image that is too large, averaged down. */
function decodeReduced(structure: Structure, factor: number): Samples {
  const { header } = structure;
  const { width, height } = header;
  const average = new AreaAverage(width, height, factor);
  const bands = readBands(structure, new PlainRows(header, BAND_BYTES));
  for (const { pass, first, count, rows } of bands) {
    const samples = rowSamples(rows, pass.columns, count, structure);
    average.add(samples, { ...pass, y: pass.y + first * pass.stepY });
  }
  return average.result();
}
