import type { GreyImage } from "../image/GreyImage.ts";
import type { Candidate } from "./candidates/Candidate.ts";
import { crop } from "./candidates/crop.ts";
import { evidence, type Place } from "./candidates/evidence.ts";
import { ENOUGH, judgedScore, LEAST_SCORE, MOST_JUDGED, shapeScore } from "./candidates/score.ts";
import { FINE } from "./form/fineMask.ts";
import { addGrounds, type Ground, whole } from "./ground/Ground.ts";
import { type Levels, layerOf, levelsOf, polarities, strongest } from "./ground/layers.ts";
import type { Judge, NoJudge } from "./Judge.ts";
import { eraseLines } from "./lines/eraseLines.ts";
import type { Sheet } from "./lines/Sheet.ts";
import { boxAround, longerSide, type Plane } from "./Plane.ts";
import { refusal } from "./refusal.ts";
import { groups } from "./shapes/groups.ts";
import { labelLayer } from "./shapes/label.ts";
import { maskOf } from "./shapes/maskOf.ts";
import { nested } from "./shapes/nested.ts";
import { isRuled, rolesOf } from "./shapes/roles.ts";

/**
 * The longest side that pictures are worked on at, in pixels. Larger ones are averaged down: a digit
 * has hundreds of pixels to a side then, of which the net sees 20.
 */
export const WORKING_SIDE = 640;

/**
 * The longest sides of coarser looks, at which the grains of chalk and crayon run together, and then
 * dots and dashes do.
 */
const COARSE_SIDES = [112, 48];

/** What was found in an image, and how. */
export interface Found {
  /** Composited grey levels. */
  flat: Plane;
  /** The picture and what else may be written on, as far as it was looked at. */
  grounds: Ground[];
  /** What stands out from them. */
  sheets: Sheet[];
  /** What may be written, as far as it was looked for. */
  candidates: Candidate[];
  /** What is written; null where nothing is. */
  best: Judged | null;
  /** Why nothing is, for the sender; empty if something is. */
  refusal: string;
}

export type Judged = Candidate & Required<Pick<Candidate, "judged">>;

/**
 * Finds what is written in an image of any size: the strokes that look most like writing of all that
 * share a ground.
 *
 * Grounds are the picture and, once it has been looked at, the cards, panels and frames in it. On each,
 * what is darker and what is brighter parts into shapes; these are gathered into candidates, which
 * are shown to the judge, the likeliest by shape first, as long as one may be better than the best.
 */
export function findWriting(image: GreyImage, judge: Judge | NoJudge): Found {
  const { steps } = judge;
  const flat = steps.flatten(image, WORKING_SIDE);
  const grounds = [whole(flat)];
  const search: Search = {
    grounds,
    sheets: [],
    candidates: [],
    best: null,
    later: [],
    judge,
  };
  const levels = levelsOf(flat, steps);
  for (const side of COARSE_SIDES.filter((coarse) => coarse < longerSide(flat))) {
    search.later.push(() => {
      grounds.push({
        ...whole(steps.reduce(flat, side)),
        scale: Math.ceil(longerSide(flat) / side),
      });
    });
  }
  for (let next = 0; !isDone(search); ) {
    const ground = grounds[next];
    if (ground) {
      searchGround(search, ground, next === 0 ? levels : levelsOf(ground.flat, steps));
      next++;
    } else {
      const look = search.later.shift();
      if (!look) break;
      look();
    }
  }
  const { sheets, candidates, best } = search;
  const isFound = best !== null && best.judged.score >= LEAST_SCORE;
  const found = { flat, grounds, sheets, candidates };
  if (isFound) return { ...found, best, refusal: "" };
  return { ...found, best: null, refusal: refusal(levels, best) };
}

/** A search on its way. */
interface Search {
  grounds: Ground[];
  sheets: Sheet[];
  candidates: Candidate[];
  best: Judged | null;
  later: (() => void)[];
  judge: Judge | NoJudge;
}

function isDone({ best }: Search): boolean {
  return best !== null && best.judged.score >= ENOUGH;
}

function searchGround(search: Search, ground: Ground, levels: Levels): void {
  for (const isDark of polarities(levels)) {
    const layer = layerOf(levels, isDark);
    if (!layer) continue;
    const labelled = labelLayer(layer);
    if (!labelled) continue;
    const sheet: Sheet = { ground, layer, labelled };
    const ruled = isRuled(labelled, layer.ink);
    if (!ruled) searchSheet(search, sheet, levels);
    if (isDone(search)) return;
    search.later.push(() => {
      const other = strongest(layer);
      const shapes = other && labelLayer(other);
      if (shapes) searchSheet(search, { ground, layer: other, labelled: shapes }, levels);
    });
    if (!ruled) continue;
    search.sheets.push(sheet);
    search.later.push(() => {
      const { strokes, framed, rules } = rolesOf(labelled, ground.flat);
      // What has no lines to erase is a thin digit that fills its picture.
      const bare = eraseLines(sheet, [...strokes, ...framed, ...rules]) ?? sheet;
      searchSheet(search, bare, levels);
    });
  }
}

function searchSheet(search: Search, sheet: Sheet, levels: Levels): void {
  search.sheets.push(sheet);
  const { ground, layer, labelled } = sheet;
  const roles = rolesOf(labelled, ground.flat);
  const { isDark } = layer;
  const place: Place = {
    ground,
    levels,
    isDark,
    labelled,
    roles,
    side: longerSide(search.grounds[0].flat),
  };
  const candidates = groups(roles).map((group): Candidate => {
    const speaks = evidence(group, place);
    const shape = shapeScore(speaks, group.by);
    return { ...group, ground, layer, labelled, evidence: speaks, shape };
  });
  candidates.sort((a, b) => b.shape - a.shape);
  for (const candidate of candidates) {
    if (search.best && candidate.shape + MOST_JUDGED <= search.best.judged.score) break;
    const judged = judgeCandidate(candidate, search.judge);
    if (!search.best || judged.judged.score > search.best.judged.score) search.best = judged;
    if (isDone(search)) break;
  }
  search.candidates.push(...candidates);
  if (!isDone(search)) addGrounds(search.grounds, nested(ground, labelled));
}

function judgeCandidate(candidate: Candidate, judge: Judge | NoJudge): Judged {
  const { layer, labelled, strokes, shape } = candidate;
  // What is scaled down keeps all its ink, whatever the levels.
  const cutOut =
    longerSide(boxAround(strokes)) > FINE
      ? maskOf(strokes, labelled, layer.ink.width, 1)
      : crop(layer, labelled, strokes);
  const { pixels } = judge.steps.drawDigit(cutOut);
  const judged = { score: shape + judgedScore(judge.judge?.(pixels).logits), pixels };
  return Object.assign(candidate, { judged });
}
