/** Horizontal bars in groups. */
export interface Chart {
  title: string;
  /** What the axis counts. */
  unit: string;
  scale: "linear" | "logarithmic";
  /** What the bars of each group stand for, from the first. */
  series: string[];
  groups: { name: string; note: string; bars: { value: number; label: string }[] }[];
}

const WIDTH = 760;
const TOP = 64;
const FOOT = 34;
const BAR = 13;
const GAP = 14;
/** Where the bars begin, and where the longest ends. */
const LEFT = 190;
const RIGHT = 600;
/** From one entry of the legend to the next. */
const LEGEND = 130;
/** Lines of a linear scale, about. */
const LINES = 5;

/** Of the series, the first the darkest. */
const FILLS = ["#3b6fb6", "#7aa6d8", "#b9d0ea"];

/** Draws a chart as SVG, on a ground of its own. */
export function drawChart({ title, unit, scale, series, groups }: Chart): string {
  const values = groups.flatMap(({ bars }) => bars.map(({ value }) => value));
  const ticks = scale === "logarithmic" ? powersOfTen(values) : roundSteps(values);
  const place = scale === "logarithmic" ? Math.log : Number;
  const [lowest, highest] = [place(ticks[0]), place(ticks.at(-1) ?? 1)];
  const x = (value: number) =>
    LEFT + ((RIGHT - LEFT) * (place(value) - lowest)) / (highest - lowest);
  const group = series.length * BAR + GAP;
  const height = TOP + groups.length * group + FOOT;

  const grid = ticks.map((tick) => {
    const at = x(tick).toFixed(1);
    return (
      `<path d="M${at} ${TOP - 6}V${height - FOOT}" stroke="#d0d7de"/>` +
      `<text x="${at}" y="${height - 14}" text-anchor="middle" fill="#59636e">${tick} ${unit}</text>`
    );
  });
  const legend = series.map((label, s) => {
    const left = LEFT + LEGEND * s;
    return (
      `<rect x="${left}" y="36" width="12" height="12" fill="${FILLS[s]}"/>` +
      `<text x="${left + 18}" y="46">${label}</text>`
    );
  });
  const bars = groups.flatMap(({ name, note, bars }, g) => {
    const top = TOP + g * group;
    const middle = top + (series.length * BAR) / 2;
    return [
      `<text x="${LEFT - 10}" y="${middle}" text-anchor="end" font-weight="600">${name}</text>`,
      `<text x="${LEFT - 10}" y="${middle + 15}" text-anchor="end" fill="#59636e">${note}</text>`,
      ...bars.map(({ value, label }, b) => bar(x(value), top + b * BAR, FILLS[b], label)),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="${title}">
<rect width="${WIDTH}" height="${height}" rx="6" fill="#fff"/>
<g fill="#1f2328">
<text x="20" y="22" font-size="14" font-weight="600">${title}</text>
${[...legend, ...grid, ...bars].join("\n")}
</g>
</svg>
`;
}

/** From below the least value to above the largest. */
function powersOfTen(values: number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
}

/** From 0 to above the largest value, in steps of 1, 2 or 5 times a power of ten. */
function roundSteps(values: number[]): number[] {
  const rough = Math.max(...values) / LINES;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.ceil(Math.max(...values) / step) + 1 }, (_, i) => i * step);
}

function bar(right: number, top: number, fill: string, label: string): string {
  return (
    `<rect x="${LEFT}" y="${top}" width="${(right - LEFT).toFixed(1)}" height="${BAR - 1}" fill="${fill}"/>` +
    `<text x="${(right + 6).toFixed(1)}" y="${top + BAR - 3}" font-size="11" paint-order="stroke" stroke="#fff" stroke-width="3">${label}</text>`
  );
}
