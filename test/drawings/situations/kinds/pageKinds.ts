import { type Kind, kind } from "../Scene.ts";
import { bar, card } from "../steps/cards.ts";
import { caption } from "../steps/figures.ts";
import { fill } from "../steps/grounds.ts";
import { pen } from "../steps/pens.ts";
import * as of from "./things.ts";

const black = pen(of.BLACK);
const canvas = card(of.WHITE, { share: [0.5, 0.65], aspect: 1, astray: 0.2 });

/** Canvases on pages, in windows and in apps. */
export const pageKinds: readonly Kind[] = [
  kind(
    "card/black canvas on a white page",
    240,
    fill(of.WHITE),
    card(of.BLACK, { share: [0.4, 0.7] }),
    pen(of.WHITE),
  ),
  kind(
    "card/white canvas on a dark page",
    240,
    fill(of.DARK_PAGE),
    card(of.WHITE, { share: [0.4, 0.7] }),
    black,
  ),
  kind("card/white canvas on a grey page", [320, 240], fill(of.GREY_PAGE), canvas, black),
  kind(
    "card/coloured canvas on a page",
    [300, 240],
    fill(of.WHITE),
    card(of.ACCENT, { share: [0.5, 0.7], radius: 8 }),
    pen(of.WHITE),
  ),
  kind(
    "card/window with a shadow, clear around",
    250,
    card(of.WHITE, { share: [0.5, 0.65], astray: 0, shadow: { opacity: 0.5, soft: 40 } }),
    black,
  ),
  kind(
    "card/app with bars",
    [195, 422],
    fill(of.WHITE),
    bar(of.ACCENT, "top", [0.06, 0.1]),
    bar(of.ACCENT, "bottom", [0.06, 0.1]),
    pen(of.BLACK, { size: of.SMALL }),
  ),
  kind(
    "card/app with captions",
    [240, 320],
    fill(of.WHITE),
    caption("draw a digit", of.BLACK, { at: "top" }),
    bar(of.ACCENT, "bottom", [0.1, 0.14]),
    card("#f0f0f0", { share: [0.8, 0.9], astray: 0 }),
    pen(of.BLACK, { size: of.SMALL }),
  ),
  kind(
    "card/phone with a clock",
    [195, 422],
    fill(of.DARK_PAGE),
    caption("12:45    80%", "#e8eaed", { at: "top" }),
    card(of.WHITE, { share: [0.4, 0.5], aspect: 1, radius: 8 }),
    black,
  ),
  kind(
    "card/dark app, light canvas",
    [320, 240],
    fill(of.DARK_PAGE),
    caption("predict", "#e8eaed", { at: "bottom" }),
    canvas,
    black,
  ),
  kind("card/sidebar", [320, 240], fill(of.WHITE), bar(of.DARK_PAGE, "left", [0.15, 0.3]), black),
];
