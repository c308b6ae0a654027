import { progressBar } from "../../../adapters/terminal/progress.ts";
import { InputError } from "../../../errors/InputError.ts";
import { type Reading, type Recogniser, read } from "../../../recognise.ts";
import { defaultLimits } from "../../../settings/limits.ts";
import type { NumberPicture } from "./numberFolder.ts";
import type { NumberResult } from "./tally.ts";

/** As the service's, but for work: a page on which everything touches must not end an evaluation. */
export const LIMITS = { ...defaultLimits, maxWork: 1_000_000 };

/** The status that tells that no digit can be made out. */
const UNREADABLE = 422;

/** What was made of a picture. */
export interface ReadPicture extends NumberResult {
  picture: NumberPicture;
  /** Null where no digit was made out. */
  reading: Reading | null;
}

/**
 * Reads every picture as the service would, one after the other, and shows how far it is.
 *
 * @throws Error that names the first picture that is broken or over a limit, and why
 */
export function readAll(pictures: readonly NumberPicture[], recogniser: Recogniser): ReadPicture[] {
  const progress = progressBar(pictures.length);
  return pictures.map((picture, i) => {
    const { name, group, due } = picture;
    const reading = readNumbers(name, picture.read(), recogniser);
    progress(i + 1);
    return { name, group, due, read: reading?.text ?? null, picture, reading };
  });
}

/**
 * What is written in a picture; null where no digit can be made out.
 *
 * @throws Error that names the picture where it is broken or over a limit
 */
export function readNumbers(
  name: string,
  file: Uint8Array,
  recogniser: Recogniser,
): Reading | null {
  try {
    return read([file], recogniser)[0];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (error.status === UNREADABLE) return null;
    throw new Error(`${name} is refused: ${error.message}`);
  }
}
