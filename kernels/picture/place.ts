/**
 * Spreads the pixels of a pass over the image that it is part of (PNG specification, section 8.1).
 *
 * @param pixels u8[rows][columns][channels]
 * @param output where the first pixel belongs
 * @param across bytes from a pixel's place to the next one's
 * @param down bytes from a row's first place to the next one's
 */
export function place(
  pixels: usize,
  columns: i32,
  rows: i32,
  channels: i32,
  output: usize,
  across: i32,
  down: i32,
): void {
  assert(columns > 0 && rows > 0);
  assert(channels > 0 && channels <= 4);
  assert(across >= channels && down >= channels);

  for (let row: i32 = 0; row < rows; row++) {
    let to: usize = output;
    for (let column: i32 = 0; column < columns; column++) {
      if (channels === 4) store<u32>(to, load<u32>(pixels));
      else {
        store<u8>(to, load<u8>(pixels));
        if (channels >= 2) store<u8>(to + 1, load<u8>(pixels + 1));
        if (channels === 3) store<u8>(to + 2, load<u8>(pixels + 2));
      }
      pixels += channels;
      to += across;
    }
    output += down;
  }
}
