import { jpeg } from "../../styles/jpeg.ts";
import { blurred, lit } from "../../styles/photograph.ts";
import { type Kind, kind } from "../Scene.ts";
import { finish, glare, noise, resize, shadow, specks } from "../steps/camera.ts";
import { cloth, fill, gradient, wood } from "../steps/grounds.ts";
import { pen } from "../steps/pens.ts";
import * as of from "./things.ts";

const paper = fill(of.PAPER);
const written = pen(of.INK);
const grey = ["#b8b8b0", "#c8c4b8"];

/** What light, lenses, sensors and files do to a picture. */
export const photographKinds: readonly Kind[] = [
  kind("light/soft shadow", 200, paper, written, shadow(0.5, 120), noise(2)),
  kind("light/sharp shadow", 200, paper, written, shadow(0.5, 3), noise(2)),
  kind("light/two shadows", 200, paper, written, shadow(0.35, 5), shadow(0.35, 60), noise(2)),
  kind("light/glare", 200, fill(grey), written, glare(70), noise(2)),
  kind("light/lamp", 200, paper, written, finish(lit({ darkest: 0.4, vignette: 0.4, noise: 4 }))),
  kind("light/dim", 200, fill(["#3a3835", "#45423c"]), pen(["#141312", "#1a1816"]), noise(3)),
  kind("light/overexposed", 200, fill("#f4f4f0"), pen(["#b8b8c0", "#a8acb8"]), glare(60), noise(2)),

  kind("texture/wood grain", 200, wood(of.LIGHT_WOOD, 12), written),
  kind("texture/cloth", 200, cloth(["#c8c0b0", "#b8c4cc"], 14), written),
  kind(
    "texture/gradient",
    240,
    gradient(["#ffd36e", "#8fd3f4", "#ff9a9e"], ["#fad0c4", "#84fab0", "#a1c4fd"]),
    written,
  ),
  kind(
    "texture/sticky note",
    240,
    fill(of.NOTE),
    written,
    finish(lit({ darkest: 0.8, vignette: 0.1, noise: 2 })),
  ),

  kind("noise/sensor", 200, fill(grey), pen(["#404040", "#303848"]), noise(14)),
  kind("noise/specks", 200, fill(of.WHITE), pen(of.BLACK), specks(0.01)),
  kind("noise/out of focus", 200, paper, written, finish(blurred(8))),
  kind("noise/JPEG, coarse", 200, paper, written, finish(jpeg(24))),
  kind("noise/JPEG, small", 72, paper, pen(of.INK, { size: of.LARGE }), finish(jpeg(12))),
  kind("noise/made small and large again", 200, paper, written, resize(40, 40), resize(200, 240)),
];
