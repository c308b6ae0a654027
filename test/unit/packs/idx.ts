/** An IDX file of grey images that are one behind the other in `pixels`. */
export function idxOf(
  count: number,
  [height, width]: [number, number],
  pixels: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const header = Buffer.from([0, 0, 8, 3, ...new Array(12).fill(0)]);
  for (const [i, side] of [count, height, width].entries()) header.writeUInt32BE(side, 4 + 4 * i);
  return Buffer.concat([header, pixels]);
}
