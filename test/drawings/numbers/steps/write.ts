import { between, type Random, type Range } from "../../chance.ts";
import { type Box, coverInk, grown } from "../../picture/Picture.ts";
import { within } from "../../picture/placed.ts";
import { paintShape, rectangle } from "../../picture/shapes.ts";
import { type Colours, choose } from "../../situations/Scene.ts";
import { wearOff } from "../../situations/steps/pens.ts";
import type { NumberScene, NumberStep } from "../NumberScene.ts";
import { dueOf, type Text } from "../texts.ts";
import { gather } from "../writing/gather.ts";
import { type Join, join } from "../writing/join.ts";
import { boxAround, type Course, type LetterTile, layOut } from "../writing/layout.ts";
import { type Evenness, type Letter, lettersOf } from "../writing/letters.ts";
import { type Nib, nibOf, type Pen } from "../writing/nib.ts";

/** How numbers are written. Lengths are shares of a digit's height, if nothing else is said. */
export interface Script extends Partial<Evenness>, Pen {
  /** The rows' height together as a share of the area's, if they fit its width so. */
  size?: Range;
  /** How far off the middle they may be: 0 not at all, 1 up to the edge. */
  astray?: number;
  /** From the top of a row to the next one's. */
  pitch?: Range;
  /** Degrees by which rows rise or fall, to either side; and at most where they wave. */
  slope?: Range;
  wave?: number;
  /** Whether digits are turned as their row slopes. */
  isTurned?: boolean;
  /** Lines that join neighbours. */
  joins?: Join;
  /** Rules on which the rows stand, a pixel or two wide. */
  rule?: Colours;
  /** The share of the ink's pixels that its grain leaves nearly bare. */
  bare?: number;
}

/** What lies between digits that are written apart. */
const APART: Range = [0.15, 0.45];

/** From the start of a column to the next one's. */
const COLUMN: Range = [3, 4];

/** Digits to a wave. */
const WAVE: Range = [6, 14];

/** What stays free along the edges of an area, as a share of its shorter side. */
const EDGE = 0.03;

/** How much smaller than what has room rows are laid out again, and how often at most. */
const FULL = 0.98;
const TRIES = 4;

/** Pixels across a rule. */
const RULE: Range = [1, 2.5];

/** Writes numbers over the area. */
export function write(colours: Colours, text: Text, script: Script = {}): NumberStep {
  const { gap = APART, heights = 0.05, bounce = 0.03, turn = 2 } = script;
  const { size = [0.5, 0.75], astray = 0.4, bare = 0 } = script;
  return (scene) => {
    const { random, picture, area, penman } = scene;
    const rows = text(random);
    const course = courseOf(script, random);
    const letters = rows.map((row) =>
      lettersOf(row, penman, { gap, heights, bounce, turn }, random),
    );
    const nibAt = nibOf(script, random);
    const block = (rows.length - 1) * course.pitch + 1;
    const most = (area.height * between(random, size)) / block;
    const room = grown(area, -EDGE * Math.min(area.width, area.height));
    const laid = fitted(letters, most, room, course, nibAt);

    const from = boxAround(laid.rows.flat());
    const { left, top } = within(room, from.width, from.height, astray, random);
    const [dx, dy] = [Math.round(left - from.left), Math.round(top - from.top)];
    const placed = laid.rows.map((tiles) =>
      tiles.map((tile) => ({ ...tile, left: tile.left + dx, top: tile.top + dy })),
    );
    if (script.rule) rulesUnder(scene, script.rule, { first: dy, ...laid, pitch: course.pitch });
    const coverage = gather(picture, placed.flat());
    if (script.joins) {
      for (const tiles of placed) join(coverage, tiles, laid.nib, script.joins, random);
    }
    if (bare > 0) wearOff(coverage.ink, bare, random);
    coverInk(picture, coverage, choose(random, colours));
    const ink = boxAround(placed.flat());
    const tiles = [...scene.tiles, ...placed.flat()];
    return { ...scene, ink, due: [...scene.due, ...dueOf(rows)], tiles };
  };
}

function courseOf(script: Script, random: Random): Course {
  const { pitch = [1.5, 2], slope = [0, 0], wave = 0, isTurned = false } = script;
  const radians = Math.PI / 180;
  const side = random() < 0.5 ? -1 : 1;
  const length = between(random, WAVE);
  const angle = side * radians * between(random, slope);
  return {
    pitch: between(random, pitch),
    slope: angle,
    wave: {
      height: (length * Math.tan(radians * wave)) / (2 * Math.PI),
      length,
      phase: 2 * Math.PI * random(),
    },
    turn: isTurned ? angle : 0,
    column: between(random, COLUMN),
  };
}

/** Lays rows out at a height, or at one at which the area has room for them. */
function fitted(
  letters: readonly Letter[][],
  most: number,
  area: Box,
  course: Course,
  nibAt: (height: number) => Nib,
): { rows: LetterTile[][]; height: number; nib: Nib } {
  let height = most;
  for (let left = TRIES; ; left--) {
    const nib = nibAt(height);
    const rows = layOut(letters, height, course, nib);
    const box = boxAround(rows.flat());
    const room = Math.min(area.width / box.width, area.height / box.height);
    if (room >= 1 || left === 0) return { rows, height, nib };
    height *= room * FULL;
  }
}

/** Rules from the picture's top to its bottom, as far apart as the rows, which stand on them. */
function rulesUnder(
  { picture, random }: NumberScene,
  colours: Colours,
  { first, height, pitch }: { first: number; height: number; pitch: number },
): void {
  const colour = choose(random, colours);
  const [line, step] = [between(random, RULE), pitch * height];
  const foot = first + height;
  for (let y = foot - step * Math.floor(foot / step); y < picture.height; y += step) {
    const bar = { left: 0, top: y - line / 2, width: picture.width, height: line };
    paintShape(picture, rectangle(bar), colour);
  }
}
