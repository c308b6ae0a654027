/** The seed of this run; `SEED=… npm test` replays one. */
export const seed = Number(process.env.SEED ?? Date.now() % 2 ** 32);

/** A random number in 0 … 1, replayable: mulberry32. */
export function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
