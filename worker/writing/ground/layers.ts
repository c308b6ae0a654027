import { freeBytes } from "../../image/freeBytes.ts";
import type { Plane } from "../Plane.ts";
import type { Steps } from "../Steps.ts";
import { inkUnder } from "./inkUnder.ts";
import { otsu, type Threshold } from "./threshold.ts";

/** Ink stands out from its ground by this many grey levels in full light … */
const LEAST_CONTRAST = 7;

/** … and by this many times the ground's standard deviation. Noise parted in two reaches 4. */
const LEAST_SEPARATION = 5;

/** A smaller standard deviation, in grey levels, is no noise. */
const LEAST_NOISE = 1;

/** Up to this share of their contrast, the spread about two levels leaves no doubt that there are two. */
const TWO_LEVELS = 0.1;

/** A level counts as part of a stroke from this share of the threshold on. */
const WEAK = 0.6;

/** What stands out from a ground to one side, darker or brighter. */
export interface Layer {
  isDark: boolean;
  /** How much each pixel stands out: 0 not at all … 255. */
  ink: Plane;
  /** How many pixels there are of each level of it. */
  histogram: Int32Array;
  threshold: Threshold;
  /** The level from which on what hangs together with stronger ink is ink as well. */
  weak: number;
  /** How its ink is looked at. */
  steps: Steps;
}

/** A ground's levels, and how they part. */
export interface Levels {
  flat: Plane;
  histogram: Int32Array;
  threshold: Threshold | null;
  /** How they are counted and mapped. */
  steps: Steps;
}

export function levelsOf(flat: Plane, steps: Steps): Levels {
  const histogram = steps.histogramOf(flat.levels);
  return { flat, histogram, threshold: otsu(histogram), steps };
}

/** Whether ink is dark, likelier first: it is the rarer of two levels. */
export function polarities({ flat, histogram, threshold }: Levels): boolean[] {
  if (!threshold) return [];
  let dark = 0;
  for (let level = 0; level < threshold.level; level++) dark += histogram[level];
  return 2 * dark <= flat.levels.length ? [true, false] : [false, true];
}

/**
 * What stands out from a ground to one side. Where there are plainly two levels, they part as they
 * are; otherwise the light is evened out first.
 */
export function layerOf(
  { flat, histogram, threshold, steps }: Levels,
  isDark: boolean,
): Layer | null {
  if (!threshold) return null;
  const { below, above, spread } = threshold;
  if (spread > TWO_LEVELS * (above - below)) {
    const ink = steps.evenLight(flat, isDark);
    const layer = layerWith(isDark, ink, steps.histogramOf(ink.levels), steps);
    if (!layer) freeBytes(ink.levels);
    return layer;
  }
  const inverted = isDark ? 0 : 255;
  const light = isDark ? above : 255 - below;
  const table = new Uint8Array(256);
  const moved = new Int32Array(256);
  for (let level = 0; level < 256; level++) {
    table[level] = inkUnder(light, light - (level ^ inverted));
    moved[table[level]] += histogram[level];
  }
  const levels = steps.mapLevels(flat.levels, table);
  return layerWith(isDark, { ...flat, levels }, moved, steps);
}

/** A layer of ink whose histogram parts well; null if it does not. */
export function layerWith(
  isDark: boolean,
  ink: Plane,
  histogram: Int32Array,
  steps: Steps,
): Layer | null {
  const threshold = otsu(histogram);
  if (!threshold || !standsOut(threshold)) return null;
  return { isDark, ink, histogram, threshold, weak: WEAK * threshold.level, steps };
}

/** What stands out most of a layer's ink, if that is of two levels: strokes among paler lines. */
export function strongest(layer: Layer): Layer | null {
  const histogram = layer.histogram.slice().fill(0, 0, layer.threshold.level);
  const threshold = otsu(histogram);
  if (!threshold) return null;
  const { below, level } = threshold;
  return { ...layer, threshold, weak: Math.max(WEAK * level, (below + level) / 2) };
}

/** Whether the upper class may be ink and the lower its ground. */
function standsOut({ above, below, noise }: Threshold): boolean {
  const contrast = above - below;
  return contrast >= LEAST_CONTRAST && contrast >= LEAST_SEPARATION * Math.max(LEAST_NOISE, noise);
}
