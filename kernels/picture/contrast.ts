/** R2's steps across and down, as worker/image/contrast.ts has them. */
const ACROSS: f64 = 0.7548776662466927;
const DOWN: f64 = 0.5698402909980532;

/** The bits of a pixel's colour, and of its alpha's upper half. */
const COLOUR: u32 = 0xffffff;
const MOSTLY_OPAQUE: u32 = 0x80000000;

/**
 * Adds up the differences between pixels near each other, at points of the R2 sequence: those of a mixture
 * of their colours, and of each by itself. Pixels that are more clear than opaque do not count.
 *
 * @param pixels u8[height][width][channels]; a byte more is read
 * @param channels 3 or 4
 * @param points how many there are
 * @param distance from a point to the pixels to its right and under it that it is compared with
 * @param red in 65,536ths of the mixture, as `green` and `blue`
 * @param output f64[4] in 65,536ths of a level: of the mixture, of red, of green and of blue
 */
export function contrasts(
  pixels: usize,
  width: i32,
  height: i32,
  channels: i32,
  points: i32,
  distance: i32,
  red: i32,
  green: i32,
  blue: i32,
  output: usize,
): void {
  assert(width > 0 && height > 0 && distance > 0);
  assert(channels === 3 || channels === 4);
  const steps: v128 = f64x2(ACROSS, DOWN);
  const sides: v128 = f64x2(f64(width), f64(height));
  const needed: u32 = channels === 4 ? MOSTLY_OPAQUE : 0;
  const right: usize = distance * channels;
  const under: usize = distance * width * channels;
  let mixed: i64 = 0;
  let reds: i32 = 0;
  let greens: i32 = 0;
  let blues: i32 = 0;
  for (let i: i32 = 1; i <= points; i++) {
    let place: v128 = f64x2.mul(f64x2.splat(f64(i)), steps);
    place = f64x2.mul(sides, f64x2.sub(place, f64x2.floor(place)));
    place = i32x4.trunc_sat_f64x2_s_zero(place);
    const column: i32 = i32x4.extract_lane(place, 0);
    const row: i32 = i32x4.extract_lane(place, 1);
    const at: usize = pixels + (row * width + column) * channels;
    const one: u32 = load<u32>(at);
    if ((one & needed) !== needed) continue;
    for (let beside: i32 = 0; beside < 2; beside++) {
      if (beside === 0 ? column + distance >= width : row + distance >= height) continue;
      const other: u32 = load<u32>(at + (beside === 0 ? right : under));
      if (((one ^ other) & COLOUR) === 0 || (other & needed) !== needed) continue;
      const r: i32 = i32(one & 255) - i32(other & 255);
      const g: i32 = i32((one >> 8) & 255) - i32((other >> 8) & 255);
      const b: i32 = i32((one >> 16) & 255) - i32((other >> 16) & 255);
      mixed += i64(abs(red * r + green * g + blue * b));
      reds += abs(r);
      greens += abs(g);
      blues += abs(b);
    }
  }
  store<f64>(output, f64(mixed));
  store<f64>(output, f64(reds) * 65536, 8);
  store<f64>(output, f64(greens) * 65536, 16);
  store<f64>(output, f64(blues) * 65536, 24);
}
