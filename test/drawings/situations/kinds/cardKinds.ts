import { blurred, lit } from "../../styles/photograph.ts";
import { inTurn, type Kind, kind } from "../Scene.ts";
import { finish, noise } from "../steps/camera.ts";
import { along, card, disc } from "../steps/cards.ts";
import { cloth, fill, wood } from "../steps/grounds.ts";
import { pen } from "../steps/pens.ts";
import * as of from "./things.ts";

const desk = fill(of.DESK);
const written = pen(of.INK);
const photographed = inTurn(
  finish(blurred(1)),
  finish(lit({ darkest: 0.6, vignette: 0.3, noise: 3 })),
);

/** Cards, sheets and notes on desks and walls. */
export const cardKinds: readonly Kind[] = [
  kind("card/white card on a desk", 240, desk, card(of.PAPER, { share: [0.5, 0.72] }), written),
  kind("card/small card", 280, desk, card(of.PAPER, { share: [0.36, 0.48], askew: 3 }), written),
  kind(
    "card/card askew",
    [300, 240],
    desk,
    card(of.PAPER, { share: [0.5, 0.7], askew: 8 }),
    written,
  ),
  kind("card/large sheet", 240, desk, card(of.PAPER, { share: [0.74, 0.88], askew: 2 }), written),
  kind(
    "card/card at the edge",
    240,
    desk,
    card(of.PAPER, { share: [0.5, 0.7], astray: 1 }),
    written,
  ),
  kind(
    "card/card on wood",
    260,
    wood(of.WOOD, 12),
    card(of.PAPER, { share: [0.5, 0.72], askew: 4 }),
    written,
    noise(3),
  ),
  kind(
    "card/card on cloth",
    240,
    cloth(of.DESK, 20),
    card(of.PAPER, { share: [0.5, 0.72], askew: 4 }),
    written,
    photographed,
  ),
  kind(
    "card/card with a shadow",
    260,
    fill(of.WOOD),
    card(of.PAPER, { share: [0.5, 0.7], askew: 3, shadow: { opacity: 0.6, soft: 20 } }),
    written,
    photographed,
  ),
  kind(
    "card/sticky note on a desk",
    260,
    desk,
    card(of.NOTE, { share: [0.45, 0.7], askew: 6 }),
    written,
  ),
  kind("card/round card", 240, desk, disc(of.PAPER, [0.6, 0.8]), pen(of.INK, { size: [0.6, 0.8] })),
  kind(
    "card/sheet on a board on a desk",
    280,
    desk,
    card(of.LIGHT_WOOD, { share: [0.7, 0.8], astray: 0.2 }),
    card(of.PAPER, { share: [0.6, 0.75], askew: 3 }),
    written,
  ),
  kind(
    "card/slate on a wall",
    240,
    fill(of.PAPER),
    card(of.BOARD, { share: [0.5, 0.75], askew: 2 }),
    pen(of.CHALK),
  ),
  kind("card/desk along a side", 240, fill(of.PAPER), along(of.DESK, [0.1, 0.3]), written),
  kind(
    "card/dark desk along two sides",
    260,
    fill(of.PAPER),
    along(of.DESK, [0.06, 0.14]),
    along(of.DESK, [0.06, 0.14]),
    written,
  ),
];
