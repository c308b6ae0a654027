import { createContext, Script } from "node:vm";
import { InputError } from "../../../../worker/errors/InputError.ts";
import type { GreyImage } from "../../../../worker/image/GreyImage.ts";
import { bindJpegDecoder } from "../../../../worker/image/jpeg/bindJpegDecoder.ts";
import { defaultLimits } from "../../../../worker/settings/limits.ts";
import { decodeBothWays } from "../decodeBothWays.ts";
import { turboJpeg } from "../jpeg/decode.ts";
import { decodeWithLibpng, expectSamePixels } from "./libpng.ts";

/** A file that may be broken, and what made it so. */
export interface Suspect {
  file: Uint8Array;
  name: string;
}

/** What a handful of small files may take together, in ms, on a busy machine too. */
const BOUND = 30_000;

/** Small, so that a changed header makes no large image, on which the tests would take long. */
const limits = {
  ...defaultLimits,
  maxPixels: 2 ** 16,
  maxInterlacedPixels: 2 ** 16,
  maxJpegPixels: 2 ** 20,
  maxProgressivePixels: 2 ** 20,
};

const decodeJpeg = bindJpegDecoder(turboJpeg);

const context = createContext({ task: undefined });
const runTask = new Script("task()");

/**
 * What decodeImage makes of files that may be broken: images, and refusals that can be answered.
 *
 * @throws Error that names the file where anything else is thrown, or where it takes too long
 */
export function outcomes(suspects: Suspect[]): (GreyImage | InputError)[] {
  let current = "";
  context.task = () =>
    suspects.map(({ file, name }) => {
      current = name;
      return outcome(file);
    });
  try {
    // As a script, which Node stops when its time is over, even in a loop that has no end.
    return runTask.runInContext(context, { timeout: BOUND });
  } catch (error) {
    throw new Error(`neither an image nor a refusal: ${current}`, { cause: error });
  }
}

/**
 * Expects of each file that is taken that libpng finds the same pixels in it.
 *
 * @returns how many are taken
 */
export async function countTaken(suspects: Suspect[]): Promise<number> {
  const taken = outcomes(suspects).map(async (outcome, i) => {
    if (outcome instanceof InputError) return 0;
    const { file, name } = suspects[i];
    const expected = await decodeWithLibpng(file).catch((error) => {
      throw new Error(`libpng refuses ${name}`, { cause: error });
    });
    expectSamePixels(outcome, expected, name);
    return 1;
  });
  return (await Promise.all(taken)).reduce<number>((sum, one) => sum + one, 0);
}

function outcome(file: Uint8Array): GreyImage | InputError {
  try {
    return decodeBothWays(file, limits, decodeJpeg);
  } catch (error) {
    if (error instanceof InputError && [400, 413].includes(error.status)) return error;
    throw error;
  }
}
