import { type Kind, kind } from "../Scene.ts";
import { crop, inverted, noise, resize } from "../steps/camera.ts";
import { fill } from "../steps/grounds.ts";
import { pen } from "../steps/pens.ts";
import * as of from "./things.ts";

const black = fill(of.BLACK);
const squeezed = [crop([0, 2]), resize(28, 28)];

/** Exactly 28×28, but not as MNIST has it; and digits cropped tight. */
export const smallKinds: readonly Kind[] = [
  kind("28/in a corner", 28, black, pen(of.WHITE, { line: of.BOLD, size: [0.5, 0.6], astray: 1 })),
  kind("28/fills the frame", 28, black, pen(of.WHITE, { line: [0.1, 0.14], size: [0.96, 1] })),
  kind("28/too small", 28, black, pen(of.WHITE, { line: of.BOLD, size: [0.42, 0.52] })),
  kind("28/thin", 28, black, pen(of.WHITE, { line: of.THIN, least: 1.2, size: [0.6, 0.8] })),
  kind(
    "28/grey ground",
    28,
    fill(["#484848", "#404040", "#505050"]),
    pen(["#b0b0b0", "#c8c8c8"], { size: [0.6, 0.7] }),
    noise(4),
  ),
  kind(
    "28/photo, inverted",
    28,
    fill(["#b7b7b7", "#a8a8a8"]),
    pen(["#404040", "#303030"], { size: [0.6, 0.8] }),
    noise(4),
    inverted,
  ),
  kind(
    "28/dark on light",
    28,
    fill(of.WHITE),
    pen(of.BLACK, { line: [0.1, 0.14], size: [0.6, 0.85] }),
  ),
  kind("28/cropped and squeezed", 200, black, pen(of.WHITE, { size: of.LARGE }), ...squeezed),
  kind(
    "28/photo made small",
    280,
    fill(of.PAPER),
    pen(of.INK, { line: [0.1, 0.13], size: [0.6, 0.8] }),
    noise(6),
    resize(28, 28),
  ),

  kind(
    "bold/tight crop",
    260,
    fill(of.WHITE),
    pen(of.BLACK, { line: of.BOLD, size: [0.75, 0.75] }),
    crop([0, 1]),
  ),
  kind(
    "bold/tight crop, light on dark",
    260,
    black,
    pen(of.WHITE, { line: of.BOLD, size: [0.75, 0.75] }),
    crop([0, 1]),
  ),
  kind(
    "bold/tight crop, some margin",
    260,
    fill(of.WHITE),
    pen(of.BLACK, { line: of.BOLD, size: [0.75, 0.75] }),
    crop([3, 8]),
  ),
  kind(
    "bold/tight crop, usual pen",
    260,
    fill(of.PAPER),
    pen(of.INK, { size: [0.75, 0.75] }),
    crop([0, 2]),
  ),
  kind("bold/with room", 240, fill(of.WHITE), pen(of.BLACK, { line: [0.17, 0.2], size: of.LARGE })),
  kind(
    "bold/very bold, light on dark",
    280,
    black,
    pen(of.WHITE, { line: [0.18, 0.21], size: of.LARGE }),
  ),
];
