import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../../worker/adapters/node.ts";
import { judgeOf } from "../../../../worker/classifier/judge.ts";
import { decodeImage } from "../../../../worker/image/decodeImage.ts";
import type { GreyImage } from "../../../../worker/image/GreyImage.ts";
import { defaultLimits } from "../../../../worker/settings/limits.ts";
import { segment } from "../../../../worker/writing/lines/cuts/segment.ts";
import { findLines } from "../../../../worker/writing/lines/findLines.ts";
import { toPixels } from "../../../../worker/writing/toPixels.ts";
import { numberKinds } from "../../../drawings/numbers/kinds/numberKinds.ts";
import { drawNumbers } from "../../../drawings/numbers/number.ts";
import { encodePng } from "../../../drawings/picture/encodePng.ts";
import { blank, draw, paintOver } from "../drawings.ts";

/** One for all runs: so few pictures of a kind cannot hold any seed to a floor. */
const SEED = 6;

/** Of so many pictures of each kind of a family, by drawn skeletons, at least this share is wholly right. */
const FLOORS: [family: string, count: number, floor: number][] = [
  ["row", 1, 0.9],
  ["slope", 1, 0.9],
  ["rows", 1, 0.9],
  ["sign", 1, 0.9],
  ["form", 1, 0.9],
  ["paper", 2, 0.9],
  ["everyday", 1, 0.8],
  ["touching", 3, 0.8],
];

const classifier = await createClassifier();
const judge = judgeOf(classifier);

function read(image: GreyImage): string {
  const { lines } = findLines(image, judge, segment);
  return lines
    .map((line) => line.map(({ pixels }) => classifier.classify(pixels).digit).join(""))
    .join("\n");
}

/** Digits side by side, 60 px high, in rows 100 px apart. */
function page(rows: string[], across = 56): GreyImage {
  const longest = Math.max(...rows.map((row) => row.length));
  const [width, height] = [across * longest + 80, 100 * rows.length + 60];
  const paper = blank(width, height);
  rows.forEach((row, k) => {
    [...row].forEach((char, i) => {
      if (char === " ") return;
      const glyph = draw(Number(char), {
        side: 100,
        line: 7,
        box: { x: 0.3, y: 0.2, width: 0.4, height: 0.6 },
      });
      glyph.grey.forEach((level, at) => {
        const x = 30 + across * i + (at % 100) - 30;
        const y = 30 + 100 * k + Math.floor(at / 100);
        if (x < 0 || x >= width || y >= height) return;
        paper.grey[y * width + x] = Math.min(paper.grey[y * width + x], level);
      });
    });
  });
  return paper;
}

const bar = (left: number, top: number, width: number, height: number) => (image: GreyImage) =>
  paintOver(image, (x, y, before) =>
    x >= left && x < left + width && y >= top && y < top + height ? 0 : before,
  );

describe("findLines", () => {
  it("reads rows from top to bottom, digits from left to right", () => {
    expect(read(page(["90210", "463", "8"]))).toBe("90210\n463\n8");
  });

  it("reads digits in boxes, and on a rule that they touch", () => {
    const row = page(["35208"]);
    const boxes = [-8, 48, 104, 160, 216, 272].map((x) => bar(x + 34, 40, 2, 80));
    const box = [bar(26, 40, 282, 2), bar(26, 118, 282, 2), ...boxes];
    expect(read(box.reduce((image, paint) => paint(image), row))).toBe("35208");
    expect(read(bar(0, 108, 360, 2)(row))).toBe("35208");
  });

  it("leaves dashes, points and underlines out", () => {
    const row = page(["35 08 9"]);
    const signs = [bar(148, 78, 26, 6), bar(312, 102, 8, 8), bar(30, 130, 380, 4)];
    expect(read(signs.reduce((image, paint) => paint(image), row))).toBe("35089");
  });

  it("cuts digits that touch", () => {
    expect(read(page(["38", "56"], 36))).toBe("38\n56");
  });

  it("puts the parts of a broken digit together", () => {
    const broken = paintOver(page(["38625"]), (x, y, before) =>
      x < 84 && y >= 76 && y < 80 ? 255 : before,
    );
    expect(read(broken)).toBe("38625");
  });

  it("reads small digits beside a large one, but no specks", () => {
    const large = draw(5, {
      side: 300,
      line: 24,
      box: { x: 0.2, y: 0.1, width: 0.5, height: 0.8 },
    });
    const small = page(["27"], 48);
    const both = blank(600, 300);
    both.grey.set(
      both.grey.map((level, at) => {
        const [x, y] = [at % 600, Math.floor(at / 600)];
        const own = x < 300 ? large.grey[y * 300 + x] : level;
        const inSmall = x >= 330 && x - 330 < small.width && y >= 80 && y - 80 < small.height;
        return inSmall ? small.grey[(y - 80) * small.width + x - 330] : own;
      }),
    );
    expect(read(bar(560, 150, 12, 12)(both))).toBe("527");
  });

  it("takes lines that are thinner than the digits for margins, not for 1s", () => {
    const margin = [bar(24, 10, 2, 66), bar(24, 84, 2, 66)];
    expect(read(margin.reduce((image, paint) => paint(image), page(["352", "608"])))).toBe(
      "352\n608",
    );
  });

  it("takes a circle around digits for none", () => {
    const circled = paintOver(page([" 35 "]), (x, y, before) =>
      Math.abs(Math.hypot((x - 142) / 1.3, y - 80) - 72) < 2 ? 0 : before,
    );
    expect(read(circled)).toBe("35");
  });

  it("reads a number on both sides of a shadow's edge", () => {
    const shaded = paintOver(page(["35208"]), (x, y, before) =>
      x + y > 230 ? before * 0.5 : before,
    );
    expect(read(shaded)).toBe("35208");
  });

  it("asks the judge no more often for what covers its ground over and over", () => {
    let asked = 0;
    const counting = {
      ...judge,
      judge: (pixels: Uint8Array) => {
        asked++;
        return judge.judge(pixels);
      },
    };
    const hatched = paintOver(blank(640, 640), (x, y) => ((x + y) % 12 < 3 ? 0 : 255));
    findLines(hatched, counting, segment);
    expect(asked).toBeLessThan(500);
  });

  it("cuts nothing without a way to", () => {
    const rows = page(["3838383838", "5656565656"], 36);
    const cut = findLines(rows, judge, segment).lines.flat().length;
    expect(findLines(rows, judge, null).lines.flat().length).toBeLessThan(cut);
  });

  it("puts boxes around the digits, in pixels of the plane", () => {
    const { lines, flat } = findLines(page(["27"]), judge, segment);
    expect([flat.width, flat.height]).toEqual([192, 160]);
    const [[two, seven]] = lines;
    expect(two.box.left + two.box.width).toBeLessThan(seven.box.left);
    for (const { box } of [two, seven]) {
      expect(box.height).toBeGreaterThan(45);
      expect(box.height).toBeLessThan(72);
    }
  });

  it.each(Array.from({ length: 10 }, (_, digit) => digit))(
    "makes of a %i alone the pixels that toPixels does, and is certain of it",
    (digit) => {
      for (const drawing of [{}, { side: 700, line: 40 }, { ink: 255, ground: 0 }]) {
        const image = draw(digit, drawing);
        const { lines } = findLines(image, judge, segment);
        expect(lines.flat()).toHaveLength(1);
        expect(lines[0][0].pixels).toEqual(toPixels(image, "auto", judge));
        expect(lines[0][0].certainty).toBe(1);
      }
    },
  );

  it("keeps an image in MNIST's form bit for bit", () => {
    const grey = toPixels(draw(5), "auto", judge);
    const image = { width: 28, height: 28, grey, alpha: null };
    expect(findLines(image, judge, segment).lines[0][0].pixels).toBe(grey);
  });

  it("says why nothing is found", () => {
    expect(findLines(blank(200, 100), judge, segment)).toMatchObject({
      lines: [],
      refusal: expect.stringContaining("blank"),
    });
  });

  it.each(FLOORS)("reads generated numbers: %s", (family, count, floor) => {
    const kinds = numberKinds.filter(({ name }) => name.startsWith(`${family}/`));
    const nobody = { people: [], mnist: [], scans: [] };
    const answers = kinds.flatMap((kind) =>
      [...drawNumbers(kind, SEED, count, nobody)].map(({ due, picture }) => ({
        due,
        text: read(decodeImage(encodePng(picture), defaultLimits)),
      })),
    );
    const right = answers.filter(({ due, text }) => due === text);
    expect(right.length / answers.length).toBeGreaterThanOrEqual(floor);
  });
});
