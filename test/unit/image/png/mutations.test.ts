import { expect, it } from "vitest";
import { randomFrom, seed } from "../../random.ts";
import { forms, randomImage, withSpareChunks } from "../images.ts";
import { byteMutations, chunkMutations, diceFrom } from "./mutations.ts";
import { countTaken, type Suspect } from "./outcomes.ts";
import { type Part, reassemble, writePng } from "./writePng.ts";

/** Mutated files in a run of the tests; `MUTATIONS=…` tries more. */
const count = Number(process.env.MUTATIONS ?? 10_000);

/** Files at a time. */
const BATCH = 50;

const random = randomFrom(seed);
const dice = diceFrom(random);

/** A file of each form. */
const controls: Part[][] = forms.map((form) => {
  const size = { width: 1 + dice.below(12), height: 1 + dice.below(12) };
  return withSpareChunks(writePng(randomImage(size, form, dice.below(2) === 1, random), 1));
});

it("takes every file before it is mutated", async () => {
  const files = controls.map((parts) => ({ file: reassemble(parts), name: `SEED=${seed}` }));
  expect(await countTaken(files), `SEED=${seed}`).toBe(files.length);
});

it(
  "takes a mutated file with the pixels that libpng finds in it, or refuses it",
  async () => {
    let taken = 0;
    for (let i = 0; i < count; i += BATCH) {
      taken += await countTaken(Array.from({ length: BATCH }, (_, k) => mutate(i + k)));
    }
    // Enough of each, or the test would show little.
    expect(taken / count, `SEED=${seed}`).toBeGreaterThan(0.1);
    expect(taken / count, `SEED=${seed}`).toBeLessThan(0.9);
  },
  60_000 + 20 * count,
);

/** Does up to three things to the chunks of a control, and perhaps one to the bytes of its file. */
function mutate(number: number): Suspect {
  const names = Array.from({ length: dice.below(4) }, () => dice.pick(Object.keys(chunkMutations)));
  let parts = dice.pick(controls);
  for (const name of names) parts = chunkMutations[name](parts, dice);
  let file = reassemble(parts);
  if (names.length === 0 || dice.below(4) === 0) {
    const name = dice.pick(Object.keys(byteMutations));
    names.push(name);
    file = byteMutations[name](Buffer.from(file), dice);
  }
  return { file, name: `file ${number}, ${names.join(", ")}, SEED=${seed}` };
}
