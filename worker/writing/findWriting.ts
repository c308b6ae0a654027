import type { GreyImage } from "../image/GreyImage.ts";
import { boxAround, type Plane } from "./Plane.ts";
import type { Candidate } from "./candidates/Candidate.ts";
import { crop } from "./candidates/crop.ts";
import { evidence, shapeScore } from "./candidates/shapeScore.ts";
import { drawDigit } from "./form/drawDigit.ts";
import { flatten } from "./ground/flatten.ts";
import type { Ground } from "./ground/Ground.ts";
import { layer as layerOf, levelsOf, polarities, standsOut, type Layer, type Levels } from "./ground/layers.ts";
import { histogramOf, otsu } from "./ground/threshold.ts";
import { groups } from "./shapes/groups.ts";
import { label, type Labelled } from "./shapes/label.ts";
import { nested } from "./shapes/nested.ts";
import { isRuled, roles } from "./shapes/roles.ts";
import { eraseRules } from "./shapes/rules.ts";

const WEAK = 0.6;
const MOST_GROUNDS = 12;
const DEEPEST = 3;
/** exported for tuning */
export const T = { enough: 99, least: -1.2, most: 4.5 };

/** The network's judgement */
export type Judge = (pixels: Uint8Array) => Float32Array[];

export interface Found {
  flat: Plane;
  grounds: Ground[];
  candidates: Candidate[];
  best?: Candidate;
  refusal: string;
}

export function findWriting(image: GreyImage, judge?: Judge): Found {
  const flat = flatten(image);
  const grounds: Ground[] = [{ flat, left: 0, top: 0, depth: 0 }];
  const candidates: Candidate[] = [];
  let best: Candidate | undefined;
  let layers = 0;
  search: for (const ground of grounds) {
    const levels = levelsOf(ground.flat);
    for (const isDark of polarities(levels)) {
      const layer = layerOf(levels, isDark);
      if (!layer) continue;
      layers++;
      const labelled = labelLayer(layer);
      if (!labelled) continue;
      const found = gather(ground, levels, layer, labelled).toSorted((a, b) => b.shape - a.shape);
      candidates.push(...found);
      for (const candidate of found) {
        if (best?.score !== undefined && candidate.shape + T.most < best.score) break;
        weigh(candidate, judge);
        if (best?.score === undefined || (candidate.score as number) > best.score) best = candidate;
        if ((best.score as number) >= T.enough) break search;
      }
      if (ground.depth < DEEPEST) addNew(grounds, nested(ground, labelled));
    }
  }
  if (!best || (best.score as number) < T.least) {
    return { flat, grounds, candidates, refusal: layers === 0 ? "The image is blank: there is no digit in it. Draw one and try again." : "No digit can be made out in the image: what stands out in it has not the shape of strokes. Send a picture of one digit." };
  }
  return { flat, grounds, candidates, best, refusal: "" };
}

/** Labels a layer's shapes; those of ruled paper once its lines are erased. */
function labelLayer(layer: Layer): Labelled | null {
  const { ink } = layer;
  const labelIt = () => label(ink, WEAK * layer.threshold.level, layer.threshold.level);
  const labelled = labelIt();
  if (!isRuled(labelled, ink) || !eraseRules(ink, WEAK * layer.threshold.level)) return labelled;
  const threshold = otsu(histogramOf(ink.levels));
  if (!threshold || !standsOut(threshold)) return null;
  layer.threshold = threshold;
  return labelIt();
}

function gather(ground: Ground, levels: Levels, layer: Layer, labelled: Labelled): Candidate[] {
  const parts = roles(labelled, ground.flat);
  return groups(parts).map((group) => {
    const e = evidence(ground, levels, layer, labelled, parts, group);
    return { ...group, ground, layer, labelled, box: boxAround(group.strokes), shape: shapeScore(e, group.by), e };
  });
}

function weigh(candidate: Candidate, judge?: Judge): void {
  const { layer, labelled, strokes } = candidate;
  const { pixels, width } = drawDigit(crop(layer.ink, layer.threshold.level, labelled, strokes));
  candidate.pixels = pixels;
  candidate.width = width;
  let most = 5;
  if (judge) {
    const [logits] = judge(pixels);
    most = Math.max(...logits);
    candidate.digit = logits.indexOf(most);
  }
  candidate.logit = most;
  candidate.score = candidate.shape + 0.75 * Math.min(6, most);
}

function addNew(grounds: Ground[], more: Ground[]): void {
  for (const ground of more) {
    const isNew = !grounds.some((other) => overlap(ground, other));
    if (isNew && grounds.length < MOST_GROUNDS) grounds.push(ground);
  }
}

/** Whether two grounds are nearly the same. */
function overlap(a: Ground, b: Ground): boolean {
  const width = Math.min(a.left + a.flat.width, b.left + b.flat.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.flat.height, b.top + b.flat.height) - Math.max(a.top, b.top);
  const larger = Math.max(a.flat.levels.length, b.flat.levels.length);
  return width > 0 && height > 0 && width * height > 0.85 * larger;
}
