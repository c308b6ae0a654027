/**
 * The grey level of a colour: ITU-R 601-2 luma, as Pillow computes it.
 *
 * @param at where the red sample stands
 * @param step from one sample to the next
 */
export function luma(samples: ArrayLike<number>, at: number, step: number): number {
  return (
    (19595 * samples[at] + 38470 * samples[at + step] + 7471 * samples[at + 2 * step] + 32768) >> 16
  );
}
