import { expect, it } from "vitest";
import { InputError } from "../../../../worker/errors/InputError.ts";
import { randomFrom, seed } from "../../random.ts";
import { exifOrientation } from "../exifData.ts";
import { byteMutations, diceFrom } from "../png/mutations.ts";
import { outcomes, type Suspect } from "../png/outcomes.ts";
import { decodeJpeg } from "./decode.ts";
import { disassemble, type Part, reassemble, withExif } from "./parts.ts";
import { randomPicture, saveJpeg } from "./photograph.ts";
import { writeJpeg } from "./writeJpeg.ts";

/** Mutated files in a run of the tests; `MUTATIONS=…` tries more. */
const count = Number(process.env.MUTATIONS ?? 10_000);

/** Files at a time. */
const BATCH = 100;

const random = randomFrom(seed);
const dice = diceFrom(random);

/** Small files of each kind. */
const files = await Promise.all(
  ([1, 3] as const).flatMap((channels) =>
    [false, true].map(async (progressive) => {
      const picture = randomPicture(19, 13, channels, random);
      return withExif(await saveJpeg(picture, { progressive }), exifOrientation(6));
    }),
  ),
);
const restarting = reassemble(
  writeJpeg(
    {
      width: 40,
      height: 30,
      sampling: [
        [2, 1],
        [1, 1],
        [1, 1],
      ],
      marker: 0xc0,
      restart: 2,
    },
    (component, x, y) => (90 * component + 50 * x + 30 * y) % 256,
  ),
);
const controls = [...files, restarting];

it("takes every file before it is damaged", () => {
  expect(countTaken(controls.map((file) => ({ file, name: `SEED=${seed}` })))).toBe(
    controls.length,
  );
});

it.each([0, 1, 2, 3, 4])("refuses a file cut off after any number of bytes: %i", (i) => {
  const cuts = Array.from(controls[i], (_, end) => ({
    file: controls[i].subarray(0, end),
    name: `the first ${end} bytes, SEED=${seed}`,
  }));
  expect(countTaken(cuts)).toBe(0);
});

it.each([0, 1, 2, 3, 4])("takes a file with any byte flipped, or refuses it: %i", (i) => {
  const flips = Array.from(controls[i], (byte, at) => ({
    file: Uint8Array.from(controls[i]).with(at, byte ^ 0xff),
    name: `byte ${at} flipped, SEED=${seed}`,
  }));
  const taken = countTaken(flips) / flips.length;
  expect(taken, `SEED=${seed}`).toBeGreaterThan(0);
  expect(taken, `SEED=${seed}`).toBeLessThan(0.9);
});

it(
  "takes a mutated file or refuses it, and decodes a sound one after it as before",
  () => {
    const sound = controls.map((file) => decodeJpeg(file));
    let taken = 0;
    for (let i = 0; i < count; i += BATCH) {
      taken += countTaken(Array.from({ length: BATCH }, (_, k) => mutate(i + k)));
      expect(outcomes(controls.map((file) => ({ file, name: "sound" })))).toEqual(sound);
    }
    // Enough of each, or the test would show little.
    expect(taken / count, `SEED=${seed}`).toBeGreaterThan(0.1);
    expect(taken / count, `SEED=${seed}`).toBeLessThan(0.9);
  },
  60_000 + 20 * count,
);

/** How many of the files are taken, each with as many pixels as its size says. */
function countTaken(suspects: Suspect[]): number {
  return outcomes(suspects).filter((outcome, i) => {
    if (outcome instanceof InputError) return false;
    const { width, height, grey } = outcome;
    expect(grey.length, suspects[i].name).toBe(width * height);
    return true;
  }).length;
}

/** Changes of a file's segments. */
const segmentMutations: Record<string, (parts: Part[]) => Part[]> = {
  "two segments swapped": (parts) => {
    const [i, j] = [dice.below(parts.length), dice.below(parts.length)];
    return parts.with(i, parts[j]).with(j, parts[i]);
  },
  "a segment repeated": (parts) =>
    parts.toSpliced(dice.below(parts.length + 1), 0, dice.pick(parts)),
  "a segment dropped": (parts) =>
    parts.length > 1 ? parts.toSpliced(dice.below(parts.length), 1) : parts,
  "a segment of another kind": (parts) => {
    const i = dice.below(parts.length);
    return parts.with(i, { ...parts[i], marker: 0xc0 + dice.below(0x40) });
  },
  "a segment's parameters changed": (parts) => {
    const i = dice.below(parts.length);
    const parameters = changed(parts[i].parameters);
    return parts.with(i, { ...parts[i], parameters });
  },
  "a scan's data changed": (parts) =>
    parts.map((part) => (part.scan ? { ...part, scan: changed(part.scan) } : part)),
  "segments of two files": (parts) => {
    const others = disassemble(dice.pick(controls));
    return [
      ...parts.slice(0, dice.below(parts.length)),
      ...others.slice(dice.below(others.length)),
    ];
  },
};

/** Bytes changed in one way; fewer than a length has stay as they are. */
function changed(bytes: Uint8Array): Uint8Array {
  const change = dice.pick(Object.values(byteMutations));
  return bytes.length < 4 ? bytes : change(Buffer.from(bytes), dice);
}

/** Does up to three things to a control's segments, and perhaps one to its file's bytes. */
function mutate(number: number): Suspect {
  const names = Array.from({ length: dice.below(3) }, () =>
    dice.pick(Object.keys(segmentMutations)),
  );
  let parts = disassemble(dice.pick(controls));
  for (const name of names) parts = segmentMutations[name](parts);
  let file: Uint8Array = reassemble(parts);
  if (names.length === 0 || dice.below(4) === 0) {
    const name = dice.pick(Object.keys(byteMutations));
    names.push(name);
    file = byteMutations[name](Buffer.from(file), dice);
  }
  return { file, name: `file ${number}, ${names.join(", ")}, SEED=${seed}` };
}
