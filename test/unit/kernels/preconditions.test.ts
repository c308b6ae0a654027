import { describe, expect, it } from "vitest";
import { debug, OUTPUT_TILE, ROW, VECTOR } from "./targets.ts";
import { KernelTester } from "./tester.ts";

/** Calls with one wrong argument each; `at` is the address of a tensor that is large enough. */
const wrong: Record<string, (kernels: KernelTester["kernels"], at: number) => unknown> = {
  "pairPixels of no rows": ({ pairPixels }, at) => pairPixels(at, at, 0),
  "pairChannels of half a vector": ({ pairChannels }, at) => pairChannels(at, at, 1, 6, 0),
  "pairChannels of rows that are too long": ({ pairChannels }, at) =>
    pairChannels(at, at, 1, ROW / 4 + 4, 0),
  "pairChannels with a shift of all bits": ({ pairChannels }, at) => pairChannels(at, at, 1, 4, 32),
  "convPool of an odd number of channels": ({ convPool }, at) =>
    convPool(at, at, at, at, 1, 1, 2, 1, 1),
  "convPool without columns": ({ convPool }, at) => convPool(at, at, at, at, 2, 0, 2, 1, 1),
  "convPool of neither layout": ({ convPool }, at) => convPool(at, at, at, at, 2, 1, 4, 1, 1),
  "convPool past the end of a row": ({ convPool }, at) =>
    convPool(at, at, at, at, 2, 1, VECTOR, ROW / VECTOR, 1),
  "toFloats of half a vector": ({ toFloats }, at) => toFloats(at, at, 2),
  "isDrawnBright of no pixels": ({ isDrawnBright }, at) => isDrawnBright(at, at, 0),
  "composite on a ground that is not a level": ({ composite }, at) => composite(at, at, 1, 256),
  "evenLight of more columns than pictures have": ({ evenLight }, at) =>
    evenLight(at, 1025, 1, 0, at),
  "evenLight of ink that is neither dark nor bright": ({ evenLight }, at) =>
    evenLight(at, 4, 4, 1, at + 16),
  "reduce by sums that overflow": ({ reduce }, at) => reduce(at, 4, 4, 129, at),
  "histogram of no pixels": ({ histogram }, at) => histogram(at, 0, at),
  "mapLevels of no pixels": ({ mapLevels }, at) => mapLevels(at, 0, at, at),
  "findRuns of no ink at all": ({ findRuns }, at) => findRuns(at, 4, 4, 0, 1, 16, at, at, at),
  "findRuns with strong ink weaker than weak ink": ({ findRuns }, at) =>
    findRuns(at, 4, 4, 2, 1, 16, at, at, at),
  "drawDigit of a margin alone": ({ drawDigit }, at) => drawDigit(at, 2, 3, at),
  "measure of no rows": ({ measure }, at) => measure(at, 3, 0, at),
  "relu of half a vector": ({ relu }, at) => relu(at, 2),
  "linear of an odd number of inputs": ({ linear }, at) => linear(at, at, at, at, 3, OUTPUT_TILE),
  "linear of half a tile": ({ linear }, at) => linear(at, at, at, at, 2, OUTPUT_TILE / 2),
  "unpackLinear without inputs": ({ unpackLinear }, at) => unpackLinear(at, at, at, 0, OUTPUT_TILE),
  "unpackLinear of half a tile": ({ unpackLinear }, at) =>
    unpackLinear(at, at, at, 2, OUTPUT_TILE / 2),
  "adler32 of fewer bytes than none": ({ adler32 }, at) => adler32(at, -1, 1),
  "unfilter of pixels of 5 bytes": ({ unfilter }, at) => unfilter(at, at + 512, 10, 1, 5),
  "unfilter in place": ({ unfilter }, at) => unfilter(at, at, 10, 1, 1),
  "lookUp of 3 bits": ({ lookUp }, at) => lookUp(at, 3, 8, 1, at, 1, at),
  "highBytes of none": ({ highBytes }, at) => highBytes(at, at, 0),
  "addAlpha to pixels that have it": ({ addAlpha }, at) => addAlpha(at, at, 1, 2, 1, at),
  "place over each other": ({ place }, at) => place(at, 2, 2, 3, at, 2, 64),
  "addRow of a factor that overflows": ({ addRow }, at) => addRow(at, at, 64, 4, 17),
  "addValues of 3 bits": ({ addValues }, at) => addValues(at, 3, at, at, 8, 2),
  "addPass of pixels in one place": ({ addPass }, at) => addPass(at, at, 8, 1, 2, 0, 0),
  "means of more rows than a square has": ({ means }, at) => means(at, at, 64, 5, 4, 4),
  "mix of weights that are too much": ({ mix }, at) => mix(at, at, 16, 3, 65536, 1, 0),
  "contrasts of grey levels": ({ contrasts }, at) => contrasts(at, 4, 4, 1, 2, 1, 65536, 0, 0, at),
  "takeAlpha of pixels without it": ({ takeAlpha }, at) => takeAlpha(at, at, 16, 3),
};

describe("a kernel with assertions", () => {
  it.each(Object.entries(wrong))("refuses %s", (_, call) => {
    const tester = new KernelTester(debug.module);
    const { address } = tester.output(1024);
    expect(() => call(tester.kernels, address)).toThrow("unreachable");
  });

  it("refuses sums that are more than 15 bits", () => {
    const tester = new KernelTester(debug.module);
    const input = tester.integers(Int32Array, 8, 0, 2 ** 15 - 1);
    const output = tester.integers(Int16Array, ROW / 2, 0, 0);
    const pair = () => tester.kernels.pairChannels(input.address, output.address, 1, 4, 0);
    expect(pair).not.toThrow();
    input.view[5] = 2 ** 15;
    expect(pair).toThrow("unreachable");
    input.view[5] = -1;
    expect(pair).toThrow("unreachable");
  });
});
