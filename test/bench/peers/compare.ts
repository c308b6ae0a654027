import { PIXELS } from "../../../worker/classifier/kernels.ts";
import { type Engine, makeBatch } from "./engine.ts";

/** An image for which an engine gives another class than ours. */
export interface Difference {
  image: number;
  ours: number;
  engine: string;
  theirs: number;
}

/** Of a thousand images, how many may differ: those between whose two best classes rounding decides. */
const TOLERATED = 1 / 1000;

/**
 * Has every engine classify the images, and lists those for which one departs from the first.
 *
 * @param pixels grey levels [n][28][28]
 * @throws Error where so many differ that an engine cannot be running the same net
 */
export async function compareClasses(
  [own, ...others]: Engine[],
  pixels: Uint8Array,
  kind: string,
): Promise<Difference[]> {
  const batch = makeBatch(pixels, 0, pixels.length / PIXELS);
  const ours = await own.classify(batch);
  const differences: Difference[] = [];
  for (const { name, classify } of others) {
    const theirs = await classify(batch);
    const found = theirs.flatMap((digit, image) =>
      digit === ours[image] ? [] : [{ image, ours: ours[image], engine: name, theirs: digit }],
    );
    console.log(
      `${name}: ${batch.count - found.length} of ${batch.count} ${kind} classified alike`,
    );
    for (const { image, ours, theirs } of found) {
      console.log(`  image ${image}: ${theirs}, ours ${ours}`);
    }
    if (found.length > TOLERATED * batch.count) throw new Error(`${name} runs another net`);
    differences.push(...found);
  }
  return differences;
}
