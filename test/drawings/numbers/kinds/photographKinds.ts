import { DESK, INK, PAPER, THIN } from "../../situations/kinds/things.ts";
import { finish, noise, shadow } from "../../situations/steps/camera.ts";
import { along } from "../../situations/steps/cards.ts";
import { fill, gradient } from "../../situations/steps/grounds.ts";
import { jpeg } from "../../styles/jpeg.ts";
import { blurred, lit } from "../../styles/photograph.ts";
import { type NumberKind, numberKind } from "../NumberScene.ts";
import { tilt } from "../steps/tilt.ts";
import { write } from "../steps/write.ts";
import { digits } from "../texts.ts";

const paper = fill(PAPER);
const grey = fill(["#b8b8b0", "#c8c4b8"]);
const number = digits([4, 8]);
const SIZE = [640, 280] as const;
const SMALL = { size: [0.25, 0.45] } as const;
const written = write(INK, number, SMALL);

/** What light, lenses, sensors and files do to a picture. */
export const photographKinds: readonly NumberKind[] = [
  numberKind(
    "light/uneven",
    SIZE,
    paper,
    written,
    finish(lit({ darkest: 0.5, vignette: 0.4, noise: 4 })),
  ),
  numberKind("light/soft shadow", SIZE, paper, written, shadow(0.5, 120), noise(2)),
  numberKind("light/sharp shadow", SIZE, paper, written, shadow(0.5, 3), noise(2)),
  numberKind(
    "light/dim",
    SIZE,
    fill(["#3a3835", "#45423c"]),
    write(["#141312", "#1a1816"], number, SMALL),
    noise(3),
  ),
  numberKind(
    "light/webcam",
    SIZE,
    gradient(["#d8a878", "#c89870"], ["#88a8d0", "#a8b8d8"]),
    write(["#383030", "#403838"], number, SMALL),
    finish(blurred(3)),
    noise(3),
  ),
  numberKind("noise/sensor", SIZE, grey, write(["#404040", "#303848"], number, SMALL), noise(14)),
  numberKind("noise/out of focus", SIZE, paper, written, finish(blurred(6))),
  numberKind("noise/JPEG, coarse", SIZE, paper, written, finish(jpeg(24))),
  numberKind(
    "light/telephone, desk along a side",
    [1000, 750],
    paper,
    along(DESK, [0.06, 0.15]),
    write(["#303030", "#404048"], digits([3, 6], [1, 3]), { size: [0.2, 0.4], line: THIN }),
    tilt(5),
    finish(lit({ darkest: 0.6, vignette: 0.3, noise: 3 })),
  ),
  numberKind(
    "noise/page, photographed",
    [700, 560],
    paper,
    write(INK, digits([4, 8], [2, 5]), { slope: [0, 3] }),
    finish(blurred(1)),
    finish(lit({ darkest: 0.6, vignette: 0.3, noise: 4 })),
    finish(jpeg(12)),
  ),
];
