import type { Range } from "../../test/drawings/chance.ts";
import { numberKinds } from "../../test/drawings/numbers/kinds/numberKinds.ts";
import { type NumberKind, numberKind } from "../../test/drawings/numbers/NumberScene.ts";
import { type Script, write } from "../../test/drawings/numbers/steps/write.ts";
import { digits } from "../../test/drawings/numbers/texts.ts";
import { BLACK, WHITE } from "../../test/drawings/situations/kinds/things.ts";
import { fill } from "../../test/drawings/situations/steps/grounds.ts";

/** The generator's rows of digits that touch; of their pages fewer are enough, which have many rows each. */
const HARD = /^touching\/(pairs|threes|five|bold|here|joined|bar)/;

/** Of every other kind one picture is drawn to so many of a hard one. */
const EASIER = 20;

/** Pens from fine to broad, as shares of a digit's height. */
const LINE: Range = [0.05, 0.14];

/** Rows that touch as the generator's do not: unevenly, deeply, nearly; and single digits, which are not to be cut. */
const more: readonly NumberKind[] = [
  row("pairs, uneven", 260, [2, 2], { gap: [-0.06, 0], heights: 0.15, bounce: 0.12 }),
  row("three to five", 420, [3, 5], { gap: [-0.07, -0.01], heights: 0.08 }),
  row("deeply", 260, [2, 3], { gap: [-0.12, -0.03] }),
  row("nearly", 480, [4, 6], { gap: [-0.02, 0.06] }),
  row("one", 200, [1, 1], { turn: 6 }),
  row("one, broad", 240, [1, 1], { turn: 3 }),
];

/** What is drawn, and how many pictures of it. */
export function kindsToDraw(count: number): { kind: NumberKind; count: number }[] {
  const fewer = Math.ceil(count / EASIER);
  return [
    ...more.map((kind) => ({ kind, count })),
    ...numberKinds.map((kind) => ({ kind, count: HARD.test(kind.name) ? count : fewer })),
  ];
}

function row(name: string, width: number, count: Range, script: Script): NumberKind {
  const writing = write(BLACK, digits(count), { line: LINE, ...script });
  return numberKind(`touching/${name}`, [width, 200], fill(WHITE), writing);
}
