import { InputError } from "../errors/InputError.ts";
import type { Judge } from "./Judge.ts";

/*
 * What the search takes, in millionths of a second or so once V8 has optimised, fitted to pictures of all
 * kinds: clocks stand still in a Worker while it computes.
 */

/** A piece of ink that the network judges. */
const PIECE = 40;

/** A pixel that runs are found in, each run of them, and a pixel through which lines or cuts are followed. */
const PIXEL = 0.002;
const RUN = 0.1;
const FOLLOWED = 0.02;

/** Bounds the work that it takes to find what is written in some images together. */
export class Work {
  #left: number;

  /** @param most in millionths of a second or so */
  constructor(most: number) {
    this.#left = most;
  }

  /** A judge whose judgement and steps are counted, and throw InputError 413 once there is no work left. */
  bound({ judge, steps }: Judge): Judge {
    return {
      judge: (pixels) => {
        this.#take(PIECE);
        return judge(pixels);
      },
      steps: {
        ...steps,
        follow: (pixels) => this.#take(FOLLOWED * pixels),
        findRuns: (plane, weak, strong) => {
          const runs = steps.findRuns(plane, weak, strong);
          this.#take(PIXEL * plane.levels.length + RUN * (runs?.count ?? 0));
          return runs;
        },
      },
    };
  }

  #take(amount: number): void {
    this.#left -= amount;
    if (this.#left >= 0) return;
    throw new InputError(
      413,
      "There is more in it to look at than is read at once. Send fewer images together, or cut it up.",
    );
  }
}
