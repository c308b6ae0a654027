import { createClassifier } from "../../../worker/adapters/node.ts";
import { readNumbers } from "../../../worker/commands/evaluate/numbers/readAll.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";

/** More than a request may take: pages on which everything touches are to be read, too. */
const MAX_WORK = 1_000_000;

/**
 * What reads numbers, as `POST /model/read` does, without a network.
 *
 * @returns a function that reads a PNG file: its lines, parted by line feeds, or null where it is refused
 */
export async function createNumberReader(): Promise<(png: Uint8Array) => string | null> {
  const recogniser = { classifier: await createClassifier(), limits: { ...defaultLimits, maxWork: MAX_WORK } };
  return (png) => readNumbers("the drawing", png, recogniser)?.text ?? null;
}
