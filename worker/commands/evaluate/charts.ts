import type { Result } from "./classifyAll.ts";
import { percent } from "./report.ts";
import { calibrationError, confusion, countRight, reliability } from "./statistics.ts";

/** Pixels of a cell of the confusion matrix. */
const CELL = 44;

/** Pixels along a side of the reliability diagram. */
const PLOT = 400;

/** Pixels around each picture, for its labels. */
const MARGIN = 56;

/** The confusion matrix as an SVG: the right answers on the diagonal, mistakes tinted by number. */
export function confusionSvg(results: Result[]): string {
  const counts = confusion(results);
  const worst = Math.max(1, ...counts.flatMap((row, y) => row.filter((_, x) => x !== y)));
  const cells = counts.flatMap((row, y) =>
    row.map((count, x) => {
      const fill =
        x === y ? "#dcefe0" : `rgba(200, 40, 40, ${((0.85 * count) / worst).toFixed(2)})`;
      const at = `x="${MARGIN + x * CELL}" y="${MARGIN + y * CELL}"`;
      const middle = `x="${MARGIN + (x + 0.5) * CELL}" y="${MARGIN + (y + 0.5) * CELL}"`;
      return (
        `<rect ${at} width="${CELL}" height="${CELL}" fill="${fill}" stroke="#bbb"/>` +
        (count ? `<text ${middle}>${count}</text>` : "")
      );
    }),
  );
  const heads = counts.flatMap((_, digit) => [
    `<text x="${MARGIN + (digit + 0.5) * CELL}" y="${MARGIN - 12}">${digit}</text>`,
    `<text x="${MARGIN - 14}" y="${MARGIN + (digit + 0.5) * CELL}">${digit}</text>`,
  ]);
  const side = CELL * counts.length;
  const title = `${percent(countRight(results) / results.length)} % of ${results.length} right`;
  return svg(side, title, "recognised as", "digit", [...cells, ...heads]);
}

/** A reliability diagram as an SVG: how often each range of probabilities is right. */
export function reliabilitySvg(results: Result[]): string {
  const at = (share: number) => MARGIN + share * PLOT;
  const up = (share: number) => MARGIN + (1 - share) * PLOT;
  const bars = reliability(results)
    .filter(({ count }) => count > 0)
    .flatMap(({ from, to, accuracy, count }) => [
      `<rect x="${at(from)}" y="${up(accuracy)}" width="${at(to) - at(from)}" ` +
        `height="${accuracy * PLOT}" fill="#7aa6d8" stroke="#fff"/>`,
      `<text x="${at((from + to) / 2)}" y="${up(accuracy) - 8}" font-size="9">${count}</text>`,
    ]);
  const frame = [
    `<rect x="${MARGIN}" y="${MARGIN}" width="${PLOT}" height="${PLOT}" fill="none" stroke="#bbb"/>`,
    `<path d="M${at(0)} ${up(0)}L${at(1)} ${up(1)}" stroke="#c33" stroke-dasharray="5"/>`,
    ...[0, 0.5, 1].flatMap((share) => [
      `<text x="${at(share)}" y="${up(0) + 16}">${share}</text>`,
      `<text x="${MARGIN - 16}" y="${up(share)}">${share}</text>`,
    ]),
  ];
  const title = `expected calibration error ${percent(calibrationError(results))} %`;
  return svg(PLOT, title, "probability", "share that is right", [...bars, ...frame]);
}

/** A square picture with a title above, and the names of its axes. */
function svg(side: number, title: string, across: string, down: string, parts: string[]): string {
  const whole = side + 2 * MARGIN;
  const middle = whole / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" width="${whole}">
<title>${title}</title>
<rect width="${whole}" height="${whole}" fill="#fff"/>
<g font-family="sans-serif" font-size="13" text-anchor="middle" dominant-baseline="central">
<text x="${middle}" y="18" font-size="15">${title}</text>
<text x="${middle}" y="${whole - 18}">${across}</text>
<text transform="translate(16 ${middle}) rotate(-90)">${down}</text>
${parts.join("\n")}
</g>
</svg>
`;
}
