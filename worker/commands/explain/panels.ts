import { encode } from "fast-png";
import type { Candidate } from "../../writing/candidates/Candidate.ts";
import type { Found } from "../../writing/findWriting.ts";
import { SIDE as NET } from "../../writing/form/side.ts";
import type { Plane } from "../../writing/Plane.ts";
import { percent } from "../evaluate/report.ts";
import { COLOURS, colouredShapes } from "./colouredShapes.ts";
import { lines, type Panel, SIDE, text } from "./strip.ts";

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
  const [left, top] = margins(flat);
  const boxes = grounds.map(({ flat: { width, height }, scale: times, left: x, top: y, depth }) => {
    const box = [left + scale * x, top + scale * y, scale * times * width, scale * times * height];
    const [bx, by, bw, bh] = box.map((value) => value.toFixed(1));
    const stroke = DEPTHS[Math.min(depth, DEPTHS.length - 1)];
    return `<rect x="${bx}" y="${by}" width="${bw}" height="${bh}" fill="none" stroke="${stroke}"/>`;
  });
  const title = `${size}; ${grounds.length} ground${grounds.length === 1 ? "" : "s"}`;
  return { title, body: [image(grey(flat), flat), ...boxes] };
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
    body: [image(png, { width, height }), ...legend],
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
      plane ? image(grey(plane), plane, y, THUMB) : "",
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
  return { title: "what the net sees", body: [image(grey(plane), plane)] };
}

function grey({ width, height, levels }: Plane): Uint8Array {
  return encode({ width, height, data: levels, channels: 1 });
}

interface Size {
  width: number;
  height: number;
}

/** Where in a square panel a picture begins that is scaled to fit it. */
function margins({ width, height }: Size): [left: number, top: number] {
  const longer = Math.max(width, height);
  return [((longer - width) / longer) * (SIDE / 2), ((longer - height) / longer) * (SIDE / 2)];
}

/** A PNG scaled to fit a square, its pixels visible where they are few. */
function image(png: Uint8Array, { width, height }: Size, y = 0, side = SIDE): string {
  const scaling = Math.max(width, height) < side ? ' style="image-rendering: pixelated"' : "";
  return (
    `<rect x="0" y="${y}" width="${side}" height="${side}" fill="#ddd"/>` +
    `<image x="0" y="${y}" width="${side}" height="${side}"${scaling} ` +
    `href="data:image/png;base64,${Buffer.from(png).toString("base64")}"/>`
  );
}
