import { measure } from "mitata";

/** Something to be timed. */
export interface Subject {
  name: string;
  call: () => unknown;
  /** How many images a call takes; figures are per image. 1 where nothing is given. */
  images?: number;
}

/** Times in microseconds. */
export interface Figures {
  min: number;
  median: number;
  p95: number;
}

/** How long to measure. */
export interface Effort {
  rounds: number;
  /** That a subject is given in each round, in milliseconds. */
  budget: number;
}

/** Calls under 20 µs are timed this many at once, because the clock is too coarse for one. */
const BATCH = 128;
const BATCH_BELOW = 20_000; // nanoseconds

/** Of a round, where the budget does not last for more. */
const MIN_SAMPLES = 3;

/**
 * Times subjects in turn, round by round, so that a slow spell of the machine meets all of them.
 * The first round warms them up and does not count.
 *
 * @param progress called with the rounds that are done
 * @returns the figures in the subjects' order, over the samples of all rounds
 */
export async function timeInTurn(
  subjects: Subject[],
  { rounds, budget }: Effort,
  progress: (done: number) => void = () => {},
): Promise<Figures[]> {
  const samples: number[][] = subjects.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, { call }] of subjects.entries()) {
      const stats = await measure(call, {
        min_cpu_time: budget * 1e6,
        min_samples: MIN_SAMPLES,
        batch_samples: BATCH,
        batch_threshold: BATCH_BELOW,
        samples_threshold: Number.POSITIVE_INFINITY, // drops no extremes
        gc: false,
      });
      if (round > 0) samples[i].push(...stats.samples);
    }
    progress(round);
  }
  return subjects.map(({ images = 1 }, i) =>
    figures(samples[i].map((nanoseconds) => nanoseconds / 1000 / images)),
  );
}

/** Minimum, median and 95th percentile of samples in any order. */
export function figures(samples: number[]): Figures {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  return { min: at(0), median: at(0.5), p95: at(0.95) };
}
