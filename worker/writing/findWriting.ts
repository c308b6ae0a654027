import type { GreyImage } from "../image/GreyImage.ts";
import { fineMask } from "./form/fineMask.ts";
import { place } from "./form/place.ts";
import { evenStroke, strokeWidth } from "./form/stroke.ts";
import { distanceAcross } from "./form/distance.ts";
import { flatten } from "./ground/flatten.ts";
import { evenOut } from "./ground/ground.ts";
import { otsu, type Threshold } from "./ground/threshold.ts";
import { boxAround, BRIGHT, longerSide, type Box, type Plane } from "./Plane.ts";
import { label, type Labelled } from "./strokes/label.ts";
import { crop } from "./strokes/crop.ts";
import { unlikeInk, unlikeStrokes } from "./strokes/legible.ts";
import { eraseRules } from "./strokes/rules.ts";
import { dropSpecks } from "./strokes/select.ts";
import { type Shape, shapeOf } from "./strokes/shapes.ts";

const WEAK = 0.6;
const LEAST_SHARE = 1e-5;
export type Judge = (pixels: Uint8Array) => Float32Array[];

export interface Ground { flat: Plane; left: number; top: number; depth: number; why: string }
export interface Candidate { ground: Ground; isDark: boolean; ink: Plane; crop: Plane; box: Box; chosen: Shape[]; f: Record<string, number>; pixels?: Uint8Array; score: number; digit?: number; tag: string }
export interface Found { flat: Plane; grounds: Ground[]; candidates: Candidate[]; best?: Candidate; refusal: string }

export function findWriting(image: GreyImage, judge?: Judge): Found {
  const flat = flatten(image);
  const grounds: Ground[] = [{ flat, left: 0, top: 0, depth: 0, why: "picture" }];
  const candidates: Candidate[] = [];
  const refusals: string[] = [];
  for (let i = 0; i < grounds.length && i < 12; i++) {
    const g = grounds[i];
    const parted = otsu(g.flat);
    const two = parted !== null && isTwoLevel(g.flat, parted);
    for (const isDark of [true, false]) {
      const ink = two && parted ? subtract(g.flat, isDark, parted) : evenOut(g.flat, isDark);
      const first = otsu(ink);
      const noisy = unlikeInk(first);
      if (!first || noisy) { if (i === 0) refusals.push(noisy); continue; }
      const isRuled = eraseRules(ink, WEAK * first.level);
      const threshold = isRuled ? otsu(ink) : first;
      const faint = unlikeInk(threshold);
      if (!threshold || faint) { if (i === 0) refusals.push(faint); continue; }
      const labelled = label(ink, WEAK * threshold.level, threshold.level);
      candidates.push(...gather(g, isDark, ink, threshold, labelled, refusals));
      if (g.depth < 3) for (const w of within(g, ink, labelled)) {
        if (grounds.length < 12 && !grounds.some((o) => sameBox(o, w))) grounds.push(w);
      }
    }
  }
  for (const c of candidates) assess(c, judge);
  const best = candidates.toSorted((a, b) => b.score - a.score)[0];
  if (!best || best.score < LEAST_SCORE) return { flat, grounds, candidates, refusal: refusals.find((r) => !r.includes("blank")) ?? refusals[0] ?? "No digit can be made out in the image: what stands out in it has not the shape of strokes. Send a picture of one digit." };
  return { flat, grounds, candidates, best, refusal: "" };
}
const LEAST_SCORE = -1.2;

/** Whether the pixels are of two levels, with little between. */
function isTwoLevel({ levels }: Plane, { level, contrast }: Threshold): boolean {
  let [n0, s0, q0, n1, s1, q1] = [0, 0, 0, 0, 0, 0];
  for (const v of levels) if (v < level) { n0++; s0 += v; q0 += v * v; } else { n1++; s1 += v; q1 += v * v; }
  const sd = Math.sqrt(Math.max(0, (q0 - (s0 * s0) / n0 + q1 - (s1 * s1) / n1) / levels.length));
  return sd < TWO * contrast;
}
const TWO = 0.1;
function subtract({ width, height, levels }: Plane, isDark: boolean, { level }: Threshold): Plane {
  const inv = isDark ? 0 : 255;
  let [n, s] = [0, 0];
  for (const v of levels) if ((v < level) !== isDark) { n++; s += v ^ inv; }
  const light = s / n;
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.min(255, Math.round((light - (v ^ inv)) * 255 / Math.max(128, light)))));
  return { width, height, levels: levels.map((v) => table[v]) };
}

/** Ground components along the picture's border count as one. */
function isRoot(of: Labelled["components"], g: number) { return g < 0 || (of.isInk[g] === 0 && of.onBorder[g] > 0); }

function gather(g: Ground, isDark: boolean, ink: Plane, threshold: Threshold, labelled: Labelled, refusals: string[]): Candidate[] {
  const of = labelled.components;
  const least = LEAST_SHARE * ink.levels.length;
  const shapes: Shape[] = [];
  for (let c = 0; c < of.count; c++) if (of.isInk[c] && of.isStrong[c] && of.area[c] >= least) shapes.push(shapeOf(of, c));
  // frames: closed strokes around strokes
  const frames = new Set<number>();
  for (const s of shapes) {
    const hole = of.parent[s.component];
    if (isRoot(of, hole)) continue;
    const around = of.parent[hole];
    if (around < 0) continue;
    const a = shapeOf(of, around);
    const h = shapeOf(of, hole);
    if (longerSide(s.box) >= 0.25 * longerSide(a.box) && h.box.width >= 0.5 * a.box.width && h.box.height >= 0.5 * a.box.height) frames.add(around);
  }
  const inside = shapes.filter((s) => {
    if (frames.has(s.component)) return false;
    if (isRule(s, ink)) return false;
    if (s.onBorder >= 0.6 * (s.box.width + s.box.height)) return false;
    // within a frame?
    for (let c = s.component; c >= 0; c = of.parent[c]) if (frames.has(c)) return false;
    return true;
  });
  const groups: { tag: string; group: Shape[]; dropped: number }[] = [];
  const add = (tag: string, group: Shape[], dropped = 0) => {
    if (group.length === 0 || groups.some((o) => o.group.length === group.length && o.group.every((x) => group.includes(x)))) return;
    groups.push({ tag, group, dropped });
    if (group.length < 2) return;
    const low = group.toSorted((a, b) => b.box.top - a.box.top)[0];
    const rest = group.filter((o) => o !== low);
    const rb = boxAround(rest);
    if (low.box.top >= rb.top + rb.height && low.box.width >= 4 * low.box.height && low.box.width >= 0.6 * rb.width) add("over", rest, dropped + low.area);
  };
  const chosen = dropSpecks(inside);
  add("all", chosen);
  for (const seed of inside.toSorted((a, b) => longerSide(b.box) - longerSide(a.box)).slice(0, 3)) {
    add("near", inside.filter((o) => o === seed || (o.area >= 0.08 * seed.area && gap(o.box, seed.box) <= 0.25 * longerSide(seed.box))));
  }
  add("edges", dropSpecks(shapes.filter((o) => !frames.has(o.component))));
  const total = inside.reduce((n, o) => n + o.area, 0);
  return groups.flatMap(({ tag, group, dropped }) => {
    if (group.length > 60 || Math.max(...group.map((o) => longerSide(o.box))) < 5) return [];
    const cut = crop(ink, threshold.level, labelled, group);
    const refusal = unlikeStrokes(cut);
    if (refusal) { if (g.depth === 0) refusals.push(refusal); return []; }
    const share = group.reduce((n, o) => n + o.area, 0) / Math.max(1, total);
    return [{ ground: g, isDark, ink, crop: cut, box: boxAround(group), chosen: group, f: { share: Math.min(1, share), dropped, contrast: threshold.contrast, noise: threshold.noise, level: threshold.level }, score: 0, tag }];
  });
}

function gap(a: Box, b: Box): number {
  const across = Math.max(a.left - b.left - b.width, b.left - a.left - a.width);
  const down = Math.max(a.top - b.top - b.height, b.top - a.top - a.height);
  return Math.max(0, across, down);
}

/** A thin line from one end of its ground to the other. */
function isRule(s: Shape, ground: { width: number; height: number }): boolean {
  const thin = s.area / longerSide(s.box) <= Math.max(3, 0.03 * longerSide(ground));
  const across = s.box.width >= 0.97 * ground.width && s.box.height < 0.15 * ground.height;
  const down = s.box.height >= 0.97 * ground.height && s.box.width < 0.15 * ground.width;
  return thin && (across || down);
}

/** The further grounds in a layer: holes of ink, and ink that is no stroke. */
function within(g: Ground, ink: Plane, labelled: Labelled): Ground[] {
  const of = labelled.components;
  const side = longerSide(ink);
  const found: { c: number; size: number; why: string }[] = [];
  for (let c = 0; c < of.count; c++) {
    const s = shapeOf(of, c);
    if (longerSide(s.box) < 0.15 * side || Math.min(s.box.width, s.box.height) < 12) continue;
    if (!of.isInk[c]) {
      if (isRoot(of, c)) continue;
      found.push({ c, size: s.box.width * s.box.height, why: "hole" });
    } else if (of.isStrong[c]) {
      const width = (2 * s.area) / s.outline;
      const outer = s.area / (s.box.width * s.box.height);
      if (outer > 0.4 && (width > 0.12 * longerSide(s.box))) found.push({ c, size: s.box.width * s.box.height, why: "solid" });
    }
  }
  return found.filter(({ c }) => isConvex(labelled, c, ink.width)).toSorted((a, b) => b.size - a.size).slice(0, 3).map(({ c, why }) => cutGround(g, ink, labelled, c, why)).filter((x) => x.flat.levels.length < 0.95 * g.flat.levels.length || x.why.startsWith("solid") === false);
}

/** Whether what a component goes around fills the spans between its first and last pixels both ways. */
function isConvex({ runs, components: of }: Labelled, c: number, width: number): boolean {
  const { box } = shapeOf(of, c);
  const rows = [new Int32Array(box.height).fill(1e9), new Int32Array(box.height).fill(-1)];
  const cols = [new Int32Array(box.width).fill(1e9), new Int32Array(box.width).fill(-1)];
  for (let run = 0; run < runs.count; run++) {
    if (runs.component[run] !== c) continue;
    const y = Math.floor(runs.start[run] / width);
    const [a, b] = [runs.start[run] - y * width - box.left, runs.end[run] - 1 - y * width - box.left];
    const r = y - box.top;
    rows[0][r] = Math.min(rows[0][r], a); rows[1][r] = Math.max(rows[1][r], b);
    for (let x = a; x <= b; x++) { if (r < cols[0][x]) cols[0][x] = r; if (r > cols[1][x]) cols[1][x] = r; }
  }
  let both = 0; let either = 0;
  for (let y = 0; y < box.height; y++) for (let x = 0; x < box.width; x++) {
    const inR = x >= rows[0][y] && x <= rows[1][y]; const inC = y >= cols[0][x] && y <= cols[1][x];
    if (inR || inC) either++;
    if (inR && inC) both++;
  }
  return both >= 0.9 * either;
}

/** Cuts a component out, filled; beyond it, each row repeats what is nearest in it. */
function cutGround(g: Ground, ink: Plane, { runs, components: of }: Labelled, c: number, why: string): Ground {
  const { box } = shapeOf(of, c);
  const from = new Int32Array(box.height).fill(ink.width);
  const to = new Int32Array(box.height).fill(-1);
  for (let run = 0; run < runs.count; run++) {
    if (runs.component[run] !== c) continue;
    const y = Math.floor(runs.start[run] / ink.width);
    from[y - box.top] = Math.min(from[y - box.top], runs.start[run] - y * ink.width);
    to[y - box.top] = Math.max(to[y - box.top], runs.end[run] - 1 - y * ink.width);
  }
  const levels = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const inset = to[y] - from[y] > 6 ? 2 : 0;
    for (let x = 0; x < box.width; x++) {
      const at = Math.min(to[y] - inset, Math.max(from[y] + inset, box.left + x));
      levels[y * box.width + x] = g.flat.levels[(box.top + y) * ink.width + at];
    }
  }
  return { flat: { width: box.width, height: box.height, levels }, left: g.left + box.left, top: g.top + box.top, depth: g.depth + 1, why: `${why} in ${g.why}` };
}

function assess(c: Candidate, judge?: Judge): void {
  const { width: W, height: H } = c.ground.flat;
  const mask = fineMask(c.crop);
  const toGround = distanceAcross(mask, 255);
  const sw = strokeWidth(toGround);
  c.f.width = sw / (longerSide(mask) - 12);
  let most = 0;
  for (const d of toGround) if (d > most) most = d;
  c.f.uneven = (2 * most - 1) / sw;
  c.f.aspect = c.box.width / c.box.height;
  c.f.filled = boxFill(mask);
  c.f.explained = explained(c);
  let border = 0; let outline = 0;
  for (const s of c.chosen) { border += s.onBorder; outline += s.outline; }
  c.f.border = border / outline;
  c.f.size = longerSide(c.box) / Math.max(W, H);
  c.pixels = place(evenStroke(mask));
  if (judge) { const z = judge(c.pixels)[0]; const m = Math.max(...z); let e = 0; for (const v of z) e += Math.exp(v - m); c.f.p = 1 / e; c.f.lse = m + Math.log(e); c.digit = z.indexOf(m); } else c.f.p = 1;
  const { f } = c;
  f.all = explained(c, true);
  f.logit = judge ? f.lse + Math.log(f.p) : 5;
  c.score = 0.75 * Math.min(6, f.logit) - 16 * Math.max(0, f.width - 0.2) - 0.85 * Math.max(0, Math.log(f.aspect / 1.1)) + 0.45 * Math.log(Math.max(0.01, f.explained)) + 0.83 * Math.log(Math.max(0.003, f.all)) - 6 * Math.max(0, f.border - 0.03) - 5 * Math.max(0, f.border - 0.12) - (c.tag === "edges" ? 0.8 : 0) - (c.tag === "near" ? 1 : 0) - 0.2 * c.ground.depth - (f.size < 0.25 ? 0.7 : 0) - 1.3 * Math.log(c.chosen.length) + 1.1 * Math.log(f.share);
}

/** Of what in and around the candidate's box is as dark as it, the share that is its own. */
function explained(c: Candidate, all = false): number {
  const { flat } = c.ground;
  const m = all ? 1e9 : Math.round(0.3 * longerSide(c.box));
  let [own, ownSum, ground, groundSum] = [0, 0, 0, 0];
  const { box } = c;
  for (let y = 0; y < box.height; y++) for (let x = 0; x < box.width; x++) {
    const v = c.crop.levels[(y + 1) * c.crop.width + x + 1];
    const i = (box.top + y) * flat.width + box.left + x;
    if (v >= BRIGHT) { own++; ownSum += flat.levels[i]; } else if (c.ink.levels[i] < 0.3 * c.f.level) { ground++; groundSum += flat.levels[i]; }
  }
  const mi = ownSum / own; let mg = ground ? groundSum / ground : c.isDark ? 255 : 0;
  c.f.mi = mi; c.f.mg = mg;
  const mid = (mi + mg) / 2;
  let like = 0;
  for (let y = Math.max(0, box.top - m); y < Math.min(flat.height, box.top + box.height + m); y++) for (let x = Math.max(0, box.left - m); x < Math.min(flat.width, box.left + box.width + m); x++) {
    const v = flat.levels[y * flat.width + x];
    if (c.isDark ? v < mid : v > mid) like++;
  }
  return Math.min(1, (own + c.f.dropped) / Math.max(1, like));
}

function boxFill({ width, height, levels }: Plane): number {
  let n = 0;
  for (const v of levels) if (v > 0) n++;
  return n / ((width - 12) * (height - 12));
}

function sameBox(a: Ground, b: Ground): boolean {
  const w = Math.min(a.left + a.flat.width, b.left + b.flat.width) - Math.max(a.left, b.left);
  const h = Math.min(a.top + a.flat.height, b.top + b.flat.height) - Math.max(a.top, b.top);
  return w > 0 && h > 0 && w * h > 0.85 * Math.max(a.flat.levels.length, b.flat.levels.length);
}
