/**
 * Undoes the filters of rows as the PNG specification has it (section 9.2), byte by byte.
 *
 * @param source rows with their filter type in front
 * @param above the row above the first
 */
export function naiveUnfilter(
  source: Uint8Array,
  above: Uint8Array,
  rows: number,
  pixelBytes: number,
): Uint8Array {
  const rowBytes = above.length;
  const output = new Uint8Array(rows * rowBytes);
  for (let y = 0; y < rows; y++) {
    const from = y * (1 + rowBytes);
    const at = (row: number, i: number) => {
      if (i < 0) return 0;
      return row < 0 ? above[i] : output[row * rowBytes + i];
    };
    for (let i = 0; i < rowBytes; i++) {
      const [a, b, c] = [at(y, i - pixelBytes), at(y - 1, i), at(y - 1, i - pixelBytes)];
      const predicted = [0, a, b, (a + b) >> 1, paeth(a, b, c)][source[from]];
      output[y * rowBytes + i] = source[from + 1 + i] + predicted;
    }
  }
  return output;
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [a, b, c].map((x) => Math.abs(p - x));
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}
