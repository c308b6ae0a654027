import type { Plane } from "../Plane.ts";

/** Strips across which a line is followed from one end of the picture to the other. */
const STRIPS = 16;

/** Pixels to a strip, at least: smaller pictures show no ruled paper. */
const LEAST_STRIP = 8;

/** A line fills this share of a strip at one place: no more, as it may slant. */
const FILLED = 0.5;

/** How many places a line may move from one strip to the next, nearest first. */
const MOVES = [0, -1, 1, -2, 2];

/** Strips in which a line may be worn away, and in which a stroke may lie along it. */
const WORN = 4;
const COVERED = 8;

/** How many lines make ruled paper where ink reaches the border: one may be a digit's own stroke. */
const SEVERAL = 2;

/** The thickest line, as a share of the picture's longer side, and in pixels if that is less. */
const THICKEST = 0.012;
const THICKEST_PIXELS = 2;

/** How to walk through a plane: steps along the lines that are looked for, and steps across them. */
interface Direction {
  along: number;
  across: number;
  alongStep: number;
  acrossStep: number;
}

/** The places across, first and last, that a line takes in each strip; null where it is worn away. */
type Rule = ([first: number, last: number] | null)[];

/**
 * Erases the lines of ruled and squared paper: thin ones that run through the whole picture. Strokes
 * that cross them stay.
 *
 * @param ink how much ink, changed in place
 * @param inkLevel the level from which on a pixel counts as ink
 * @returns whether there were any
 */
export function eraseRules(ink: Plane, inkLevel: number): boolean {
  const { width, height } = ink;
  const thickest = Math.max(THICKEST_PIXELS, THICKEST * Math.max(width, height));
  const directions: Direction[] = [
    { along: width, across: height, alongStep: 1, acrossStep: width },
    { along: height, across: width, alongStep: width, acrossStep: 1 },
  ];
  const counts = countInk(ink, Math.ceil(inkLevel));
  const found = directions.map((direction, i) =>
    direction.along < STRIPS * LEAST_STRIP ? [] : findRules(counts[i], direction, thickest),
  );
  const isPaper = found.some((rules) => countLines(rules) >= SEVERAL);
  const erased = directions.map((direction, i) => {
    const rules = found[i];
    const least = isPaper || !reachesBorder(counts[i], direction) ? 1 : SEVERAL;
    if (countLines(rules) < least) return false;
    for (const rule of rules) erase(ink, direction, rule, inkLevel);
    return true;
  });
  return erased.includes(true);
}

/** Pixels of ink in each strip at each place across it: [STRIPS][height], and [STRIPS][width]. */
function countInk({ width, height, levels }: Plane, inkLevel: number): [Int32Array, Int32Array] {
  const across = new Int32Array(STRIPS * height);
  const down = new Int32Array(STRIPS * width);
  const edges = Int32Array.from({ length: STRIPS + 1 }, (_, i) => Math.ceil((i * width) / STRIPS));
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const downStrip = width * stripOf(y, height);
    for (let strip = 0; strip < STRIPS; strip++) {
      const [start, end] = [row + edges[strip], row + edges[strip + 1]];
      across[strip * height + y] = countRun(levels, start, end, inkLevel, down, downStrip - row);
    }
  }
  return [across, down];
}

/** Counts ink from `start` to before `end`, each pixel in `counts` too, `shift` places on. */
function countRun(
  levels: Uint8Array,
  start: number,
  end: number,
  inkLevel: number,
  counts: Int32Array,
  shift: number,
): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    if (levels[i] < inkLevel) continue;
    counts[i + shift]++;
    count++;
  }
  return count;
}

function stripOf(place: number, along: number): number {
  return Math.floor((place * STRIPS) / along);
}

/** Whether there is ink at the first or last place across, as in a picture cut to its digit. */
function reachesBorder(counts: Int32Array, { across }: Direction): boolean {
  for (let i = 0; i < counts.length; i += across) {
    if (counts[i] > 0 || counts[i + across - 1] > 0) return true;
  }
  return false;
}

/** Follows lines from the places where the first strips are filled. A thick one may be found twice. */
function findRules(counts: Int32Array, direction: Direction, thickest: number): Rule[] {
  const { across } = direction;
  const bands = findBands(counts, direction);
  const rules: Rule[] = [];
  for (let start = 0; start < across; start++) {
    if (bands.last[start] < 0 && bands.last[across + start] < 0) continue;
    const rule = follow(bands, across, start, thickest);
    if (rule) rules.push(rule);
  }
  return rules;
}

/** At each place of each strip that is filled: the first and last of those filled around it; or -1. */
interface Bands {
  first: Int32Array;
  last: Int32Array;
}

function findBands(counts: Int32Array, { along, across }: Direction): Bands {
  const filled = (FILLED * along) / STRIPS;
  const first = new Int32Array(counts.length).fill(-1);
  const last = new Int32Array(counts.length).fill(-1);
  for (let i = 0; i < counts.length; i++) {
    const place = i % across;
    if (counts[i] >= filled) first[i] = place > 0 && first[i - 1] >= 0 ? first[i - 1] : place;
  }
  for (let i = counts.length - 1; i >= 0; i--) {
    const place = i % across;
    if (first[i] >= 0) last[i] = place < across - 1 && last[i + 1] >= 0 ? last[i + 1] : place;
  }
  return { first, last };
}

/** The rule that starts at a place; null where there is none. */
function follow(
  { first, last }: Bands,
  across: number,
  start: number,
  thickest: number,
): Rule | null {
  const rule: Rule = [];
  let [place, worn, covered] = [start, 0, 0];
  for (let strip = 0; strip < STRIPS; strip++) {
    const isFilled = (near: number) =>
      near >= 0 && near < across && first[strip * across + near] >= 0;
    const move = MOVES.find((by) => isFilled(place + by));
    if (move === undefined) {
      worn++;
      rule.push(null);
    } else {
      place += move;
      const i = strip * across + place;
      const isThick = last[i] - first[i] >= thickest;
      if (isThick) covered++;
      rule.push(isThick ? [place, place] : [first[i], last[i]]);
    }
    if (worn > WORN || covered > COVERED) return null;
  }
  return rule;
}

/** How many of the rules are lines apart, whose first bands do not touch. */
function countLines(rules: Rule[]): number {
  const bands = rules.map((rule) => rule.find((band) => band !== null) ?? [0, 0]);
  return bands.filter(([first], i) => i === 0 || first > bands[i - 1][1] + 1).length;
}

/** Erases a rule, and a pixel to each side for its soft edge, but where a stroke crosses it. */
function erase({ levels }: Plane, direction: Direction, rule: Rule, inkLevel: number): void {
  const { along, across, alongStep, acrossStep } = direction;
  const isInkNear = (a: number, place: number) => {
    if (place < 0 || place >= across) return false;
    const i = a * alongStep + place * acrossStep;
    return (
      levels[i] >= inkLevel ||
      (a > 0 && levels[i - alongStep] >= inkLevel) ||
      (a < along - 1 && levels[i + alongStep] >= inkLevel)
    );
  };
  for (let a = 0; a < along; a++) {
    const band = rule[stripOf(a, along)];
    if (!band) continue;
    const first = Math.max(0, band[0] - 1);
    const last = Math.min(across - 1, band[1] + 1);
    if (isInkNear(a, first - 1) && isInkNear(a, last + 1)) continue;
    for (let b = first; b <= last; b++) levels[a * alongStep + b * acrossStep] = 0;
  }
}
