import { encode } from "fast-png";
import type { Candidate } from "../../writing/candidates/Candidate.ts";
import type { Found } from "../../writing/findWriting.ts";
import { SIDE as NET } from "../../writing/form/side.ts";
import { percent } from "../evaluate/report.ts";
import { fitted, greyPng, image, type Size, text } from "../svg/elements.ts";
import { COLOURS, colouredShapes } from "./colouredShapes.ts";
import { lines, type Panel, SIDE } from "./strip.ts";

/** Candidates that are shown, and pixels along the side of each. */
const SHOWN = 4;
const THUMB = 52;

/** Pixels from one bar to the next, and from one line of the legend to the next. */
const STEP = SIDE / 10;
const LINE = 18;

/** Colours of the grounds' outlines by how deep they lie. */
const DEPTHS = ["#888", "#c2255c", "#1971c2", "#e8590c"];

/** The picture, as it is worked on, with the grounds that were looked at. */
export function groundsPanel({ flat, grounds }: Found, size: string): Panel {
  const scale = SIDE / Math.max(flat.width, flat.height);
  const { left, top } = fitted(flat, { left: 0, top: 0, width: SIDE, height: SIDE });
  const boxes = grounds.map(({ flat: { width, height }, scale: times, left: x, top: y, depth }) => {
    const box = [left + scale * x, top + scale * y, scale * times * width, scale * times * height];
    const [bx, by, bw, bh] = box.map((value) => value.toFixed(1));
    const stroke = DEPTHS[Math.min(depth, DEPTHS.length - 1)];
    return `<rect x="${bx}" y="${by}" width="${bw}" height="${bh}" fill="none" stroke="${stroke}"/>`;
  });
  const title = `${size}; ${grounds.length} ground${grounds.length === 1 ? "" : "s"}`;
  return { title, body: [square(greyPng(flat), flat), ...boxes] };
}

/** The shapes among which a candidate was found, with a legend of their colours. */
export function shapesPanel(candidate: Candidate): Panel {
  const { width, height, data } = colouredShapes(candidate);
  const png = encode({ width, height, data, channels: 3 });
  const legend = Object.values(COLOURS)
    .slice(0, -1)
    .map(({ rgb, name }, i) => {
      const y = SIDE + 2 + i * LINE;
      const swatch = `<rect x="0" y="${y}" width="12" height="12" fill="rgb(${rgb.join()})"/>`;
      return swatch + text(18, y + 11, name);
    });
  const side = candidate.layer.isDark ? "darker" : "brighter";
  return {
    title: `what is ${side} than its ground`,
    body: [square(png, { width, height }), ...legend],
  };
}

/** The best candidates as the net would see them, with what speaks for them. */
export function candidatesPanel({ candidates, best }: Found): Panel {
  const score = ({ judged, shape }: Candidate) => judged?.score ?? shape - 100;
  const shown = candidates.toSorted((a, b) => score(b) - score(a)).slice(0, SHOWN);
  const body = shown.flatMap((candidate, i) => {
    const y = i * (THUMB + 8);
    const { judged, shape, evidence } = candidate;
    const words = [
      judged
        ? `score ${judged.score.toFixed(2)}, by shape ${shape.toFixed(2)}`
        : `by shape ${shape.toFixed(2)}`,
      `${evidence.parts} part${evidence.parts === 1 ? "" : "s"}, width ${evidence.width.toFixed(2)}`,
      `explains ${percent(evidence.explained)} % of what is like it`,
    ];
    const plane = judged && { width: NET, height: NET, levels: judged.pixels };
    return [
      plane ? square(greyPng(plane), plane, y, THUMB) : "",
      candidate === best
        ? `<rect x="0" y="${y}" width="${THUMB}" height="${THUMB}" fill="none" stroke="#2a7d46" stroke-width="3"/>`
        : "",
      ...words.map((word, k) => text(THUMB + 8, y + 14 + 17 * k, word)),
    ];
  });
  return { title: `${candidates.length} candidates, the best first`, body };
}

/** The probability of each digit as a bar. */
export function probabilitiesPanel(probabilities: number[]): Panel {
  const largest = Math.max(...probabilities);
  const room = SIDE - 20 - 60;
  const body = probabilities.flatMap((probability, digit) => {
    const y = digit * STEP;
    const fill = probability === largest ? "#2a7d46" : "#9bb";
    const size = `width="${(probability * room).toFixed(1)}" height="${STEP - 6}"`;
    return [
      text(0, y + STEP - 8, String(digit)),
      `<rect x="20" y="${y + 2}" ${size} fill="${fill}"/>`,
      text(24 + probability * room, y + STEP - 8, percent(probability)),
    ];
  });
  return { title: "probability, %", body };
}

/** Why there are none. */
export function refusalPanel(refusal: string): Panel {
  return { title: "refused", body: lines(refusal) };
}

/** What the net sees. */
export function inputPanel(levels: Uint8Array): Panel {
  const plane = { width: NET, height: NET, levels };
  return { title: "what the net sees", body: [square(greyPng(plane), plane)] };
}

/** A PNG scaled to fit a square, on grey. */
function square(png: Uint8Array, size: Size, top = 0, side = SIDE): string {
  const box = { left: 0, top, width: side, height: side };
  const ground = `<rect x="0" y="${top}" width="${side}" height="${side}" fill="#ddd"/>`;
  return ground + image(png, size, box);
}
