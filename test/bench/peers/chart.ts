import { type Chart, drawChart } from "../chart.ts";
import type { Row } from "../report.ts";

/** Times with so many images a call. */
interface BatchTimes {
  images: number;
  rows: Row[];
}

/**
 * The minima as bars, engine by engine, as SVG.
 *
 * @param sizes what each engine's user has to load
 */
export function chart(batches: BatchTimes[], sizes: { name: string; gzipBytes: number }[]): string {
  return drawChart({
    title: "Microseconds per image: the best of interleaved rounds, one thread, logarithmic",
    unit: "µs",
    scale: "logarithmic",
    series: batches.map(({ images }) => (images === 1 ? "1 image a call" : `${images} a call`)),
    groups: sizes.map(({ name, gzipBytes }, e) => ({
      name,
      note: size(gzipBytes),
      bars: batches.map(({ rows }) => barOf(rows[e])),
    })),
  });
}

function barOf({ min, ratio = 1 }: Row): Chart["groups"][0]["bars"][0] {
  const label = ratio === 1 ? number(min) : `${number(min)}, ${number(ratio)} times ours`;
  return { value: min, label };
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
