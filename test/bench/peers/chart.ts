import type { Row } from "../report.ts";

/** Times with so many images a call. */
interface BatchTimes {
  images: number;
  rows: Row[];
}

const WIDTH = 760;
const TOP = 64;
const BAR = 13;
const GAP = 14;
/** Where the bars begin, and where the longest ends. */
const LEFT = 190;
const RIGHT = 600;

/** From the fewest images a call to the most. */
const FILLS = ["#3b6fb6", "#7aa6d8", "#b9d0ea"];

/**
 * The minima as bars on a logarithmic scale, engine by engine, as SVG on a ground of its own.
 *
 * @param sizes what each engine's user has to load
 */
export function chart(batches: BatchTimes[], sizes: { name: string; gzipBytes: number }[]): string {
  const times = batches.flatMap(({ rows }) => rows.map(({ min }) => min));
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...times)));
  const highest = 10 ** Math.ceil(Math.log10(Math.max(...times)));
  const x = (time: number) =>
    LEFT + ((RIGHT - LEFT) * Math.log(time / lowest)) / Math.log(highest / lowest);
  const group = batches.length * BAR + GAP;
  const height = TOP + sizes.length * group + 34;

  const grid: string[] = [];
  for (let time = lowest; time <= highest; time *= 10) {
    const at = x(time).toFixed(1);
    grid.push(
      `<path d="M${at} ${TOP - 6}V${height - 34}" stroke="#d0d7de"/>`,
      `<text x="${at}" y="${height - 14}" text-anchor="middle" fill="#59636e">${time} µs</text>`,
    );
  }
  const legend = batches.map(({ images }, b) => {
    const left = LEFT + 130 * b;
    const label = images === 1 ? "1 image a call" : `${images} a call`;
    return (
      `<rect x="${left}" y="36" width="12" height="12" fill="${FILLS[b]}"/>` +
      `<text x="${left + 18}" y="46">${label}</text>`
    );
  });
  const bars = sizes.flatMap(({ name, gzipBytes }, e) => {
    const top = TOP + e * group;
    const middle = top + (batches.length * BAR) / 2;
    return [
      `<text x="${LEFT - 10}" y="${middle}" text-anchor="end" font-weight="600">${name}</text>`,
      `<text x="${LEFT - 10}" y="${middle + 15}" text-anchor="end" fill="#59636e">${size(gzipBytes)}</text>`,
      ...batches.map(({ rows }, b) => bar(rows[e], x(rows[e].min), top + b * BAR, FILLS[b])),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Microseconds per image by engine">
<rect width="${WIDTH}" height="${height}" rx="6" fill="#fff"/>
<g fill="#1f2328">
<text x="20" y="22" font-size="14" font-weight="600">Microseconds per image: the best of interleaved rounds, one thread, logarithmic</text>
${[...legend, ...grid, ...bars].join("\n")}
</g>
</svg>
`;
}

function bar({ min, ratio = 1 }: Row, right: number, top: number, fill: string): string {
  const label = ratio === 1 ? number(min) : `${number(min)}, ${number(ratio)} times ours`;
  return (
    `<rect x="${LEFT}" y="${top}" width="${(right - LEFT).toFixed(1)}" height="${BAR - 1}" fill="${fill}"/>` +
    `<text x="${(right + 6).toFixed(1)}" y="${top + BAR - 3}" font-size="11" paint-order="stroke" stroke="#fff" stroke-width="3">${label}</text>`
  );
}

/** To two digits or whole. */
function number(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function size(bytes: number): string {
  const kibibytes = bytes / 1024;
  return kibibytes < 1000
    ? `${kibibytes.toFixed(0)} KiB gzip`
    : `${(kibibytes / 1024).toFixed(1)} MiB gzip`;
}
