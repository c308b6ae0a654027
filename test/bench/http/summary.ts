import { figures } from "../timing.ts";
import type { BodyKind, Load } from "./load.ts";

/** A server's loads over all rounds. */
export interface Summary {
  name: string;
  kind: BodyKind;
  /** Requests a second in the middle round and in the best. */
  median: number;
  best: number;
  /** Latency in milliseconds, of the middle round. */
  p50: number;
  p99: number;
  /** CPU time of a request in microseconds, of the best round. */
  cpu: number;
  /** To the baseline and to Flask: the median of the ratios within a round. */
  toBaseline: number;
  toFlask: number | undefined;
}

const NAME = 28;
const CELL = 11;

/** @param loads by "NAME KIND", round by round */
export function summarise(name: string, kind: BodyKind, loads: Map<string, Load[]>): Summary {
  const of = (target: string) => loads.get(`${target} ${kind}`) ?? [];
  const middle = (key: keyof Load) => figures(of(name).map((load) => load[key])).median;
  // A slow spell of the machine, which lasts for seconds, meets both sides of a ratio.
  const ratioTo = (target: string) => {
    const others = of(target);
    const ratios = of(name).map((load, i) => load.requestsPerSecond / others[i].requestsPerSecond);
    return figures(ratios).median;
  };
  return {
    name,
    kind,
    median: middle("requestsPerSecond"),
    best: Math.max(...of(name).map((load) => load.requestsPerSecond)),
    p50: middle("p50"),
    p99: middle("p99"),
    cpu: Math.min(...of(name).map((load) => load.cpu)),
    toBaseline: ratioTo("baseline"),
    toFlask: of("flask").length > 0 ? ratioTo("flask") : undefined,
  };
}

/** Prints the servers under one kind of body. */
export function printLoads(kind: BodyKind, summaries: Summary[]): void {
  const heads = ["median", "best", "p50 ms", "p99 ms", "CPU µs", "baseline", "Flask"];
  const right = (text: string) => text.padStart(CELL);
  console.log(`\n${`Requests/s, ${kind}`.padEnd(NAME)}${heads.map(right).join("")}`);
  for (const summary of summaries.filter((summary) => summary.kind === kind)) {
    const { name, median, best, p50, p99, cpu, toBaseline, toFlask } = summary;
    const cells = [
      ...[median, best].map((rate) => rate.toFixed(0)),
      ...[p50, p99].map((time) => time.toFixed(2)),
      Number.isNaN(cpu) ? "–" : cpu.toFixed(0),
      `${(100 * toBaseline).toFixed(0)} %`,
      toFlask === undefined ? "" : `× ${toFlask.toFixed(1)}`,
    ];
    console.log(name.padEnd(NAME) + cells.map(right).join(""));
  }
}
