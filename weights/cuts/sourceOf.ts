import type { WorthWeights } from "./quantise.ts";

/** The character that stands for a weight of 0. */
const ZERO = "?";

/** Characters of a line of the packed weights. */
const LINE = 90;

/** The source of worthWeights.ts, formatted as `npm run check` wants it. */
export function sourceOf({ weights, units, biases }: WorthWeights): string {
  const zero = ZERO.charCodeAt(0);
  const packed = Array.from(weights, (weight) => String.fromCharCode(zero + weight)).join("");
  const lines = packed.match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  return `/** The weights, row by row: each a character, so many after or before ZERO. */
const PACKED =
${lines.map((line) => `  "${line}"`).join(" +\n")};

const ZERO = "${ZERO}".charCodeAt(0);

/** What 1 stands for in the weights of each row, below 0 where the row speaks against a digit. */
${array("UNITS", units)}

/** What is added to a row's sum. */
${array("BIASES", biases)}

/**
 * [${units.length}][${weights.length / units.length}], row-major, fitted to the ways to cut generated numbers, as README.md has it. They belong to the
 * digit network's weights, whose features they weigh.
 */
export const WEIGHTS = Int8Array.from(PACKED, (char) => char.charCodeAt(0) - ZERO);
`;
}

/** On one line, or broken where it is longer than the formatter allows. */
function array(name: string, values: number[]): string {
  const line = `export const ${name} = [${values.join(", ")}];`;
  return line.length <= 100 ? line : `export const ${name} = [\n  ${values.join(", ")},\n];`;
}
