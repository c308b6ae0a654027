import { between, type Range } from "../../chance.ts";
import { interpolate, SIDE } from "../../hands/handwriting.ts";
import { HEIGHT, text, textWidth } from "../../picture/font.ts";
import { type Colour, cover, hex } from "../../picture/Picture.ts";
import { within } from "../../picture/placed.ts";
import { outline, paintShape, rectangle } from "../../picture/shapes.ts";
import { type Colours, choose, type DigitStep, type Step } from "../Scene.ts";

/** Colours from the darkest level to the brightest, evenly spaced. */
export type ColourMap = readonly string[];

/** matplotlib's maps of these names, the last two by a few of their colours. */
export const GRAY: ColourMap = ["#000000", "#ffffff"];
export const BINARY: ColourMap = ["#ffffff", "#000000"];
export const VIRIDIS: ColourMap = ["#440154", "#3b528b", "#21918c", "#5ec962", "#fde725"];
export const HOT: ColourMap = ["#0b0000", "#a30000", "#ff5c00", "#ffd000", "#ffffff"];

/** Draws the digit's 28×28 pixels over the area, as squares of one colour or going over. */
export function pixels(map: ColourMap, edges: "square" | "smooth" = "square"): DigitStep {
  const colours = map.map(hex);
  return (scene) => {
    const { picture, area } = scene;
    const levels = scene.levels();
    const [left, top] = [Math.round(area.left), Math.round(area.top)];
    const [width, height] = [Math.round(area.width), Math.round(area.height)];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [u, v] = [((x + 0.5) * SIDE) / width, ((y + 0.5) * SIDE) / height];
        const level =
          edges === "smooth"
            ? interpolate(levels, u - 0.5, v - 0.5)
            : levels[Math.floor(v) * SIDE + Math.floor(u)];
        cover(picture, (top + y) * picture.width + left + x, mapped(colours, level / 255), 1);
      }
    }
    return { ...scene, ink: area };
  };
}

/** What a figure has around its picture. */
export interface Axes {
  /** The picture's side as a share of the figure's height. */
  share?: Range;
  /** Whether there are ticks with their numbers, as `axis("off")` leaves them out. */
  ticks?: boolean;
  title?: string;
}

/** Pixels of a tick's length, and of the gap from it to its number. */
const TICK = 3;
const TICKS = [0, 10, 20];
const BLACK: Colour = [0, 0, 0];

/** A plotted figure's axes; what comes next fills them. */
export function axes({ share = [0.7, 0.77], ticks = true, title }: Axes): Step {
  return (scene) => {
    const { picture, area, random } = scene;
    const side = Math.round(area.height * between(random, share));
    const { left, top } = within(area, side, side, 0, random);
    const box = { left: Math.round(left), top: Math.round(top), width: side, height: side };
    if (ticks) {
      paintShape(picture, outline(rectangle({ ...box, width: side, height: side }), 2), BLACK);
      for (const tick of TICKS) {
        const at = Math.round(((tick + 0.5) * side) / SIDE);
        const number = String(tick);
        const [x, y] = [box.left + at, box.top + at];
        const [below, before] = [box.top + side, box.left - TICK];
        paintShape(picture, rectangle({ left: x, top: below, width: 1, height: TICK }), BLACK);
        paintShape(picture, rectangle({ left: before, top: y, width: TICK, height: 1 }), BLACK);
        text(picture, [x - textWidth(number) / 2, below + TICK + 1], number, BLACK);
        text(picture, [before - textWidth(number) - 1, y - HEIGHT / 2], number, BLACK);
      }
    }
    if (title) {
      const middle = box.left + (side - textWidth(title)) / 2;
      text(picture, [middle, box.top - HEIGHT - 4], title, BLACK);
    }
    return { ...scene, area: box };
  };
}

/** Words in small capitals near the area's top or bottom, of `scale`-fold size. */
export function caption(
  words: string,
  colours: Colours,
  { at, scale = 2 }: { at: "top" | "bottom"; scale?: number },
): Step {
  return (scene) => {
    const { picture, area, random } = scene;
    const line = (HEIGHT + 4) * scale;
    const x = area.left + (area.width - textWidth(words, scale)) / 2;
    const y = at === "top" ? area.top + 2 * scale : area.top + area.height - line + 2 * scale;
    text(picture, [x, y], words, choose(random, colours), scale);
    const top = at === "top" ? area.top + line : area.top;
    return { ...scene, area: { ...area, top, height: area.height - line } };
  };
}

/** @param share 0 … 1 along the map */
function mapped(colours: Colour[], share: number): Colour {
  const place = share * (colours.length - 1);
  const i = Math.min(colours.length - 2, Math.floor(place));
  const [a, b, t] = [colours[i], colours[i + 1], place - i];
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}
