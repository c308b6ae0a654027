import { jpeg } from "../jpeg.ts";
import { blurred, lit } from "../photograph.ts";
import { crop, finish, glare, noise, resize, shadow } from "./camera.ts";
import { frame } from "./frames.ts";
import { bar, card, fill, gradient, side, wood } from "./grounds.ts";
import { margin, rules, squares } from "./rules.ts";
import type { Step } from "./Scene.ts";
import type { Kind } from "./situation.ts";
import { pen, underline } from "./tools.ts";

// Colours that are used over and over; each list is one kind of thing.
const WHITE = "#ffffff";
const BLACK = "#000000";
const PAPER = ["#fdfdfb", "#f4f2ea", "#ebebeb", "#fbf8f0"];
const DESK = ["#3d3733", "#5a4030", "#2b2f36", "#46505a", "#6b4a2f"];
const PAGE = ["#1a1c1e", "#121212", "#202124", "#282c34"];
const INK = ["#101010", "#1b1f2a", "#20242c", "#1a237e"];
const DARK_INK = ["#000000", "#0a0a0a", "#161616"];
const CHALK = ["#f0f0ec", "#e6e6dc"];
const BLUE_RULE = ["#6f93cc", "#88a9d8", "#9db8dc"];
const RED_RULE = ["#d65656", "#e07a7a"];

/** What people send. */
export const kinds: readonly Kind[] = [
  // A digit on an empty ground, for comparison.
  kind("plain/black on white", 240, 240, fill(WHITE), pen(DARK_INK)),
  kind("plain/white on black", 240, 240, fill(BLACK), pen(WHITE)),

  kind(
    "card/white card on a dark desk",
    240,
    240,
    fill(DESK),
    card(PAPER, { share: [0.5, 0.72] }),
    pen(INK),
  ),
  kind(
    "card/small card on a dark desk",
    280,
    280,
    fill(DESK),
    card(PAPER, { share: [0.36, 0.48], askew: 3 }),
    pen(INK),
  ),
  kind(
    "card/card askew on a desk",
    300,
    240,
    fill(DESK),
    card(PAPER, { share: [0.55, 0.76], askew: 8, astray: 0.8 }),
    pen(INK),
  ),
  kind(
    "card/black canvas on a white page",
    240,
    240,
    fill(WHITE),
    card(BLACK, { share: [0.4, 0.7] }),
    pen(WHITE),
  ),
  kind(
    "card/white canvas on a dark page",
    240,
    240,
    fill(PAGE),
    card(WHITE, { share: [0.4, 0.7] }),
    pen(BLACK),
  ),
  kind(
    "card/white canvas on a grey page",
    320,
    240,
    fill(["#9a9a9a", "#c8ccd0"]),
    card(WHITE, { share: [0.5, 0.76], aspect: 1 }),
    pen(BLACK),
  ),
  kind("card/desk along one side", 240, 240, fill(PAPER), side(DESK, [0.12, 0.3]), pen(INK)),
  kind(
    "card/window with a shadow, clear margin",
    250,
    250,
    card(WHITE, { share: [0.5, 0.65], astray: 0, shadow: { opacity: 0.5, soft: 40 } }),
    pen(BLACK),
  ),
  kind(
    "card/app with bars",
    195,
    422,
    fill(WHITE),
    bar(["#007aff", "#34a853", "#6200ee"], "top", [0.08, 0.12]),
    bar(["#007aff", "#ea4335"], "bottom", [0.06, 0.1]),
    pen(BLACK, { size: [0.25, 0.4] }),
  ),
  kind(
    "card/sticky note on a desk",
    260,
    260,
    fill(DESK),
    card(["#fff27a", "#ffd1e8", "#b8f0c0"], { share: [0.5, 0.7], askew: 5 }),
    pen(INK),
  ),
  kind(
    "card/card on wood",
    260,
    260,
    wood(["#8a5a34", "#a06c3f"], 12),
    card(PAPER, { share: [0.5, 0.72], askew: 4 }),
    pen(INK),
    finish(blurred(1)),
    noise(3),
  ),

  kind(
    "frame/box 65 %",
    200,
    200,
    fill(WHITE),
    frame(BLACK, { share: [0.6, 0.68], line: 3 }),
    pen(BLACK, { size: [0.5, 0.65] }),
  ),
  kind(
    "frame/box 50 %",
    200,
    200,
    fill(WHITE),
    frame(BLACK, { share: [0.45, 0.55], line: 3 }),
    pen(BLACK, { size: [0.5, 0.65] }),
  ),
  kind(
    "frame/red form box 60 %",
    200,
    200,
    fill(WHITE),
    frame(RED_RULE, { share: [0.55, 0.65] }),
    pen(BLACK),
  ),
  kind(
    "frame/circled 60 %",
    200,
    200,
    fill(WHITE),
    frame(BLACK, { share: [0.55, 0.65], shape: "circle" }),
    pen(BLACK, { size: [0.7, 0.85] }),
  ),
  kind(
    "frame/box 35 %",
    240,
    240,
    fill(WHITE),
    frame(BLACK, { share: [0.35, 0.4], line: 2 }),
    pen(BLACK, { size: [0.5, 0.7] }),
  ),
  kind("frame/box 80 %", 200, 200, fill(WHITE), frame(BLACK, { share: [0.76, 0.84] }), pen(BLACK)),
  kind(
    "frame/box 95 %",
    200,
    200,
    fill(WHITE),
    frame(BLACK, { share: [0.93, 0.98], line: 3 }),
    pen(BLACK),
  ),

  kind(
    "rules/ruled, with margin line",
    200,
    200,
    fill(PAPER),
    rules(BLUE_RULE, { count: [5, 9] }),
    margin(RED_RULE, [0.1, 0.2]),
    pen(INK),
  ),
  kind("rules/ruled", 200, 200, fill(PAPER), rules(BLUE_RULE, { count: [5, 9] }), pen(INK)),
  kind("rules/squared", 240, 240, fill(PAPER), squares(BLUE_RULE, { count: [10, 16] }), pen(INK)),

  kind(
    "28/corner",
    28,
    28,
    fill(BLACK),
    pen(WHITE, { size: [0.5, 0.6], astray: 1, line: [0.12, 0.16] }),
  ),
  kind(
    "28/fills the frame",
    28,
    28,
    fill(BLACK),
    pen(WHITE, { size: [0.96, 1], line: [0.1, 0.14] }),
  ),
  kind(
    "28/small",
    28,
    28,
    fill(BLACK),
    pen(WHITE, { size: [0.4, 0.5], line: [0.14, 0.18], least: 1.6 }),
  ),
  kind(
    "28/inverted photo, grey ground",
    28,
    28,
    fill(["#484848", "#404040", "#505050"]),
    pen(["#b0b0b0", "#c8c8c8"], { line: [0.07, 0.1], size: [0.6, 0.7] }),
    noise(4),
  ),
  kind(
    "28/cropped and squeezed",
    200,
    200,
    fill(BLACK),
    pen(WHITE, { size: [0.7, 0.8] }),
    crop([0, 2]),
    resize(28, 28),
  ),

  kind(
    "bold/tight crop",
    260,
    260,
    fill(WHITE),
    pen(BLACK, { size: [0.7, 0.75], line: [0.15, 0.19] }),
    crop([0, 1]),
  ),
  kind(
    "bold/tight crop, light on dark",
    260,
    260,
    fill(BLACK),
    pen(WHITE, { size: [0.7, 0.75], line: [0.15, 0.19] }),
    crop([0, 1]),
  ),
  kind(
    "bold/with room",
    240,
    240,
    fill(WHITE),
    pen(BLACK, { size: [0.6, 0.8], line: [0.17, 0.2] }),
  ),

  kind(
    "underline/black",
    300,
    300,
    fill(WHITE),
    pen(BLACK, { line: [0.04, 0.07], size: [0.45, 0.55] }),
    underline(BLACK, [0.1, 0.25], [0.1, 0.3]),
  ),

  kind("colour/red on green", 120, 120, fill("#0d8a0d"), pen("#e82020")),
  kind("colour/blue on red", 120, 120, fill("#a02020"), pen("#2a3fd0")),
  kind("faint/24 grey levels", 200, 200, fill(WHITE), pen("#e7e7e7", { line: [0.04, 0.08] })),
  kind("faint/9 grey levels", 200, 200, fill(WHITE), pen("#f6f6f6", { line: [0.05, 0.09] })),
  kind("light/soft shadow", 240, 240, fill(PAPER), pen(INK), shadow(0.5, 120), noise(2)),
  kind("light/sharp shadow", 240, 240, fill(PAPER), pen(INK), shadow(0.5, 3), noise(2)),
  kind("light/glare", 240, 240, fill(["#b8b8b0", "#c8c4b8"]), pen(INK), glare(70), noise(2)),
  kind(
    "light/lamp",
    240,
    240,
    fill(PAPER),
    pen(INK),
    finish(lit({ darkest: 0.5, vignette: 0.4, noise: 4 })),
  ),
  kind(
    "tool/chalk on a blackboard",
    240,
    240,
    fill(["#2f3b33", "#2b2b2b"]),
    pen(CHALK, { bare: 0.3 }),
    finish(blurred(1)),
    noise(4),
  ),
  kind(
    "tool/neon",
    240,
    240,
    fill(["#0b0b18", "#101010"]),
    pen(["#ff2bd6", "#22e0ff", "#8dff3a"], { line: [0.05, 0.08], glow: 2 }),
  ),
  kind(
    "tool/dashed",
    240,
    240,
    fill(WHITE),
    pen(BLACK, { line: [0.06, 0.08], dash: [2.2, 2], size: [0.6, 0.75] }),
  ),
  kind("noise/coarse JPEG", 200, 200, fill(PAPER), pen(INK), finish(jpeg(24))),
  kind("texture/wood grain", 240, 240, wood(["#c79a63", "#d8b07a"], 12), pen(INK)),
  kind(
    "texture/gradient",
    240,
    240,
    gradient(["#ffd36e", "#8fd3f4", "#ff9a9e"], ["#fad0c4", "#84fab0", "#a1c4fd"]),
    pen(INK),
  ),
  kind("screen/dark mode", 300, 240, fill(PAGE), pen(["#e8eaed", "#bb86fc", "#03dac6"])),
  kind("clear/black on nothing", 240, 240, pen(BLACK)),
  kind("clear/red on nothing", 240, 240, pen(["#e01818", "#c02060"])),
];

function kind(name: string, width: number, height: number, ...steps: Step[]): Kind {
  return { name, width, height, steps };
}
