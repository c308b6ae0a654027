import { drawChart } from "../chart.ts";
import type { Summary } from "./summary.ts";

/** What a server is, as README's readers know it. */
const NOTES: Readonly<Record<string, string>> = {
  "mnist-classifier": "this service, on workerd",
  baseline: "its middleware alone",
  bare: "it reads and answers",
  flask: "Flask, Pillow and PyTorch",
};

/** Requests a second, server by server, as SVG: the medians, and what they are of Flask's. */
export function chart(summaries: Summary[]): string {
  const kinds = [...new Set(summaries.map(({ kind }) => kind))];
  const names = [...new Set(summaries.map(({ name }) => name))];
  return drawChart({
    title: "Requests a second: the median of interleaved rounds, one picture a request",
    unit: "/s",
    scale: "linear",
    series: kinds.map((kind) => (kind === "raw" ? "raw body" : kind)),
    groups: names.map((name) => ({
      name,
      note: NOTES[name] ?? "",
      bars: summaries
        .filter((summary) => summary.name === name)
        .map(({ median, toFlask }) => ({
          value: median,
          label: median.toFixed(0) + times(toFlask),
        })),
    })),
  });
}

function times(toFlask = 1): string {
  return toFlask === 1 ? "" : `, ${toFlask.toFixed(1)} times Flask's`;
}
