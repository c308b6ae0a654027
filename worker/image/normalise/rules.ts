import type { Plane } from "../Plane.ts";

/** Strips across which a line is followed from one end of the picture to the other. */
const STRIPS = 16;

/** Pixels to a strip, at least: smaller pictures show no ruled paper. */
const LEAST_STRIP = 6;

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
  const counts = countInk(ink, inkLevel);
  const erased = directions.map((direction, i) => {
    if (direction.along < STRIPS * LEAST_STRIP) return false;
    const rules = findRules(counts[i], direction, thickest);
    const least = reachesBorder(counts[i], direction) ? SEVERAL : 1;
    if (countLines(rules) < least) return false;
    for (const rule of rules) erase(ink, direction, rule, inkLevel);
    return true;
  });
  return erased.includes(true);
}

/** Pixels of ink in each strip at each place across it: [STRIPS][height], and [STRIPS][width]. */
function countInk({ width, height, levels }: Plane, inkLevel: number): [Uint32Array, Uint32Array] {
  const across = new Uint32Array(STRIPS * height);
  const down = new Uint32Array(STRIPS * width);
  const strip = Int32Array.from({ length: width }, (_, x) => height * stripOf(x, width));
  for (let y = 0; y < height; y++) {
    const downStrip = width * stripOf(y, height);
    for (let x = 0; x < width; x++) {
      if (levels[y * width + x] < inkLevel) continue;
      across[strip[x] + y]++;
      down[downStrip + x]++;
    }
  }
  return [across, down];
}

/** Whether there is ink at the first or last place across, as in a picture cut to its digit. */
function reachesBorder(counts: Uint32Array, { across }: Direction): boolean {
  return counts.some((count, i) => count > 0 && (i % across === 0 || i % across === across - 1));
}

function stripOf(place: number, along: number): number {
  return Math.floor((place * STRIPS) / along);
}

/** Follows lines from the places where the first strips are filled. A thick one may be found twice. */
function findRules(counts: Uint32Array, { along, across }: Direction, thickest: number): Rule[] {
  const filled = (FILLED * along) / STRIPS;
  const isFilled = (strip: number, place: number) =>
    place >= 0 && place < across && counts[strip * across + place] >= filled;

  const rules: Rule[] = [];
  for (let start = 0; start < across; start++) {
    if (!isFilled(0, start) && !isFilled(1, start)) continue;
    let place = start;
    let covered = 0;
    const rule: Rule = Array.from({ length: STRIPS }, (_, strip) => {
      const moved = MOVES.map((move) => place + move).find((near) => isFilled(strip, near));
      if (moved === undefined) return null;
      place = moved;
      let [first, last] = [moved, moved];
      while (isFilled(strip, first - 1)) first--;
      while (isFilled(strip, last + 1)) last++;
      if (last - first < thickest) return [first, last];
      covered++;
      return [moved, moved];
    });
    const worn = rule.filter((band) => band === null).length;
    if (worn <= WORN && covered <= COVERED) rules.push(rule);
  }
  return rules;
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
    for (let k = Math.max(0, a - 1); k <= Math.min(along - 1, a + 1); k++) {
      if (levels[k * alongStep + place * acrossStep] >= inkLevel) return true;
    }
    return false;
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
