import { describe, expect, it } from "vitest";
import { randomFrom, seed } from "../../random.ts";
import { type Form, randomImage, withSpareChunks } from "../images.ts";
import { countTaken, outcomes, type Suspect } from "./outcomes.ts";
import { disassemble, reassemble, writePng } from "./writePng.ts";

const random = randomFrom(seed);

function randomFile(width: number, height: number, form: Form): Uint8Array {
  return writePng(randomImage({ width, height }, form, true, random));
}

const spare = reassemble(withSpareChunks(randomFile(5, 4, { colourType: 2, depth: 8 })));
const files: [string, Uint8Array][] = [
  ["28×28 grey pixels", randomFile(28, 28, { colourType: 0, depth: 8 })],
  ["an interlaced palette image", randomFile(9, 7, { colourType: 3, depth: 4, interlaced: true })],
  ["16-bit colours and alpha", randomFile(5, 4, { colourType: 6, depth: 16 })],
  ["chunks that no pixel needs", spare],
];

describe.each(files)("decodeImage of a file with %s", (_, file) => {
  it("refuses it cut off before the end of its image data, and takes it cut off later", async () => {
    const parts = disassemble(file);
    const last = parts.findLastIndex(({ type }) => type === "IDAT");
    const { length } = reassemble(parts.slice(0, last + 1));
    const cuts = Array.from(file, (_byte, i) => ({
      file: file.subarray(0, i),
      name: `the first ${i} bytes, SEED=${seed}`,
    }));
    expect(await countTaken(cuts.slice(0, length)), `SEED=${seed}`).toBe(0);
    expect(await countTaken(cuts.slice(length)), `SEED=${seed}`).toBe(cuts.length - length);
  });

  it("refuses it with any bit flipped, or finds the pixels that libpng does", async () => {
    for (let i = 0; i < file.length; i++) await countTaken(flips(file, i));
  });
});

it.each(["gAMA", "tEXt", "qqQq"])("does not mind a bit flipped in a chunk %s", (type) => {
  const bytes = Buffer.from(spare);
  const [expected] = outcomes([{ file: spare, name: "the file as it was" }]);
  const start = bytes.indexOf(type) + 4;
  const end = start + bytes.readUInt32BE(start - 8) + 4;
  for (let i = start; i < end; i++) {
    for (const outcome of outcomes(flips(spare, i))) {
      expect(outcome, `byte ${i}, SEED=${seed}`).toEqual(expected);
    }
  }
});

/** The file with each bit of a byte flipped. */
function flips(file: Uint8Array, at: number): Suspect[] {
  return Array.from({ length: 8 }, (_, bit) => {
    const copy = Uint8Array.from(file);
    copy[at] ^= 1 << bit;
    return { file: copy, name: `bit ${bit} of byte ${at}, SEED=${seed}` };
  });
}
