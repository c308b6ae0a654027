import { type Colour, cover, type Picture } from "./Picture.ts";

/** Pixels of a glyph, the gap to the next not included. */
const WIDTH = 3;
export const HEIGHT = 5;

/** Each glyph's rows as octal digits, from the top: a bit is a pixel. */
const GLYPHS = new Map(
  `0 75557 1 26227 2 71747 3 71717 4 55711 5 74717 6 74757 7 71111 8 75757 9 75717
  A 25755 B 65656 C 34443 D 65556 E 74647 F 74644 G 34553 H 55755 I 72227 J 11152 K 55655 L 44447
  M 57755 N 65555 O 25552 P 65644 Q 25563 R 65655 S 34216 T 72222 U 55557 V 55552 W 55775 X 55255
  Y 55222 Z 71247 : 02020 . 00002 , 00024 - 00700 / 11244 % 51245 > 42124 # 57575 _ 00007`
    .trim()
    .split(/\s+/)
    .flatMap((glyph, i, all) => (i % 2 === 0 ? [[glyph, all[i + 1]] as const] : [])),
);

/** Pixels that a text takes across, its pixels enlarged by `scale`. */
export function textWidth(text: string, scale = 1): number {
  return ((WIDTH + 1) * text.length - 1) * scale;
}

/** Writes a text in capitals of 3×5 pixels; what has no glyph is left out. */
export function text(
  picture: Picture,
  [left, top]: readonly [x: number, y: number],
  words: string,
  colour: Colour,
  scale = 1,
): void {
  [...words.toUpperCase()].forEach((letter, place) => {
    const rows = GLYPHS.get(letter) ?? "00000";
    for (let i = 0; i < WIDTH * HEIGHT * scale ** 2; i++) {
      const [u, v] = [i % (WIDTH * scale), Math.floor(i / (WIDTH * scale))];
      const row = Number(rows[Math.floor(v / scale)]);
      const isInk = (row >> (WIDTH - 1 - Math.floor(u / scale))) & 1;
      const x = Math.round(left) + place * (WIDTH + 1) * scale + u;
      const y = Math.round(top) + v;
      const isInside = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
      if (isInk && isInside) cover(picture, y * picture.width + x, colour, 1);
    }
  });
}
