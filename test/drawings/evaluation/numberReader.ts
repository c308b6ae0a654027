import { createClassifier } from "../../../worker/adapters/node.ts";
import { LIMITS, readNumbers } from "../../../worker/commands/evaluate/numbers/readAll.ts";

/**
 * What reads numbers, as `POST /model/read` does, without a network.
 *
 * @returns a function that reads a PNG file: its lines, parted by line feeds, or null where it is refused
 */
export async function createNumberReader(): Promise<(png: Uint8Array) => string | null> {
  const recogniser = { classifier: await createClassifier(), limits: LIMITS };
  return (png) => readNumbers("the drawing", png, recogniser)?.text ?? null;
}
