import { encode } from "fast-png";
import type { Plane } from "../../writing/Plane.ts";
import { percent } from "../evaluate/report.ts";

/** A picture of one stage. */
export interface Panel {
  title: string;
  plane: Plane;
}

/** Pixels along a panel's side, between panels, and for the titles. */
const SIDE = 240;
const GAP = 16;
const HEAD = 64;

/** Pixels from one bar to the next. */
const STEP = SIDE / 10;

/**
 * Stages in a row as an SVG, and at their end the probabilities as bars.
 *
 * @param name of the file, for the title
 * @param outcome the probability of each digit, or why there is none
 */
export function stripSvg(name: string, panels: Panel[], outcome: number[] | string): string {
  const left = (i: number) => GAP + i * (SIDE + GAP);
  const width = left(panels.length + 1);
  const height = HEAD + SIDE + GAP;
  const parts = panels.flatMap(({ title, plane }, i) => [
    text(left(i), HEAD - 10, title),
    picture(left(i), plane),
  ]);
  const last = left(panels.length);
  const end = typeof outcome === "string" ? words(last, outcome) : bars(last, outcome);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}">
<rect width="${width}" height="${height}" fill="#fff"/>
<g font-family="sans-serif" font-size="13">
${[`<g font-size="16">${text(GAP, 24, name)}</g>`, ...parts, ...end].join("\n")}
</g>
</svg>
`;
}

/** A plane scaled to fit the panel, its pixels visible where they are few. */
function picture(x: number, { width, height, levels }: Plane): string {
  const png = Buffer.from(encode({ width, height, data: levels, channels: 1 })).toString("base64");
  const scaling = Math.max(width, height) < SIDE ? ' style="image-rendering: pixelated"' : "";
  return (
    `<rect x="${x}" y="${HEAD}" width="${SIDE}" height="${SIDE}" fill="#ddd"/>` +
    `<image x="${x}" y="${HEAD}" width="${SIDE}" height="${SIDE}"${scaling} ` +
    `href="data:image/png;base64,${png}"/>`
  );
}

function bars(x: number, probabilities: number[]): string[] {
  const largest = Math.max(...probabilities);
  const room = SIDE - 20 - 60;
  return [
    text(x, HEAD - 10, "probability, %"),
    ...probabilities.flatMap((probability, digit) => {
      const y = HEAD + digit * STEP;
      const fill = probability === largest ? "#2a7d46" : "#9bb";
      const size = `width="${(probability * room).toFixed(1)}" height="${STEP - 6}"`;
      return [
        text(x, y + STEP - 8, String(digit)),
        `<rect x="${x + 20}" y="${y + 2}" ${size} fill="${fill}"/>`,
        text(x + 24 + probability * room, y + STEP - 8, percent(probability)),
      ];
    }),
  ];
}

/** A text broken into lines that fit a panel. */
function words(x: number, sentence: string): string[] {
  const lines = sentence.match(/.{1,32}(?:\s|$)/g) ?? [];
  return lines.map((line, i) => text(x, HEAD + 20 + 20 * i, line.trim()));
}

function text(x: number, y: number, content: string): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}">${escaped}</text>`;
}
