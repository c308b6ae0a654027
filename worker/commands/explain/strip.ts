import { text } from "../svg/elements.ts";

/** What is shown of one stage. */
export interface Panel {
  title: string;
  /** SVG elements, in pixels from the panel's upper left. */
  body: string[];
}

/** Pixels along a panel's side, between panels, for the titles, and for a legend below. */
export const SIDE = 240;
const GAP = 16;
const HEAD = 64;
const FOOT = 80;

/** Letters that fit a panel's line. */
const LETTERS = 32;

/**
 * Panels in a row as an SVG.
 *
 * @param name of the file, for the title
 */
export function stripSvg(name: string, panels: Panel[]): string {
  const width = GAP + panels.length * (SIDE + GAP);
  const height = HEAD + SIDE + FOOT + GAP;
  const drawn = panels.map(({ title, body }, i) => {
    const left = GAP + i * (SIDE + GAP);
    return `<g transform="translate(${left} ${HEAD})">\n${[text(0, -10, title), ...body].join("\n")}\n</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}">
<rect width="${width}" height="${height}" fill="#fff"/>
<g font-family="sans-serif" font-size="13">
${[`<g font-size="16">${text(GAP, 24, name)}</g>`, ...drawn].join("\n")}
</g>
</svg>
`;
}

/** A text broken into lines that fit a panel. */
export function lines(sentence: string): string[] {
  const broken = sentence.match(new RegExp(`.{1,${LETTERS}}(?:\\s|$)`, "g")) ?? [];
  return broken.map((line, i) => text(0, 20 + 20 * i, line.trim()));
}
