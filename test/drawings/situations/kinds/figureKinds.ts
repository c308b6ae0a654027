import { type Kind, pixelKind } from "../Scene.ts";
import { axes, BINARY, GRAY, HOT, pixels, VIRIDIS } from "../steps/figures.ts";
import { fill } from "../steps/grounds.ts";
import { WHITE } from "./things.ts";

const page = fill(WHITE);
const FIGURE = [192, 144] as const;

/** Digits of 28×28 pixels as plotting programs show them, and as people enlarge them. */
export const figureKinds: readonly Kind[] = [
  pixelKind("figure/gray, axes", FIGURE, page, axes({}), pixels(GRAY)),
  pixelKind("figure/gray, no axes", FIGURE, page, axes({ ticks: false }), pixels(GRAY)),
  pixelKind("figure/viridis, axes", FIGURE, page, axes({}), pixels(VIRIDIS)),
  pixelKind("figure/hot, axes", FIGURE, page, axes({}), pixels(HOT)),
  pixelKind("figure/binary, axes", FIGURE, page, axes({}), pixels(BINARY)),
  pixelKind("figure/axes and title", [256, 192], page, axes({ title: "label" }), pixels(GRAY)),
  pixelKind("figure/small axes", [320, 240], page, axes({ share: [0.4, 0.5] }), pixels(GRAY)),

  pixelKind("enlarged/squares", 280, pixels(GRAY)),
  pixelKind("enlarged/squares, dark on light", 224, pixels(BINARY)),
  pixelKind("enlarged/smooth", 280, pixels(GRAY, "smooth")),
  pixelKind("enlarged/smooth, dark on light", 140, pixels(BINARY, "smooth")),
];
