import { InputError } from "../errors/InputError.ts";
import type { Steps } from "./Steps.ts";

/*
 * What the steps of the search take, in millionths of a second or so once V8 has optimised, with all that
 * comes of them: fitted to pictures of all kinds, as clocks stand still in a Worker while it computes.
 */

/** A piece of ink that is drawn, judged and weighed, and each of its pixels. */
const PIECE = 26;
const PIECE_PIXEL = 0.0035;

/** A pixel that runs are found in, and each run. */
const PIXEL = 0.003;
const RUN = 0.04;

/** A pixel whose light is evened out, and one through which lines are followed. */
const LIGHT = 0.0035;
const FOLLOWED = 0.04;

/** Counts the steps of searches together, and throws InputError 413 once there are too many. */
export type Work = (steps: Steps) => Steps;

/**
 * Bounds the work that it takes to find what is written in some images together.
 *
 * @param most in millionths of a second or so
 */
export function boundWork(most: number): Work {
  let left = most;
  // Before a step is taken, so that nothing that it has made is lost.
  const take = (amount: number) => {
    if (left < 0) {
      throw new InputError(
        413,
        "There is more in it than is read at once. Send fewer images, or cut it up.",
      );
    }
    left -= amount;
  };
  return (steps) => ({
    ...steps,
    evenLight(plane, isDark) {
      take(LIGHT * plane.levels.length);
      return steps.evenLight(plane, isDark);
    },
    findRuns(plane, weak, strong) {
      take(PIXEL * plane.levels.length);
      const runs = steps.findRuns(plane, weak, strong);
      left -= RUN * (runs?.count ?? 0);
      return runs;
    },
    follow: (pixels) => take(FOLLOWED * pixels),
    drawDigit(cutOut) {
      take(PIECE + PIECE_PIXEL * cutOut.levels.length);
      return steps.drawDigit(cutOut);
    },
  });
}
