import { type Figures, figures } from "../timing.ts";
import { BODIES, post } from "./load.ts";
import { startServer } from "./processes.ts";
import type { Target } from "./targets.ts";

/** Milliseconds from spawning workerd to its first answer, by what is asked. */
export async function timeStarts(
  service: Target,
  bare: Target,
  count: number,
): Promise<(Figures & { name: string })[]> {
  const health = (url: string) => fetch(`${url}/health`);
  const predict = (url: string) => post(url, BODIES.raw);
  const starts = [
    { name: "a bare Worker", target: bare, ask: health },
    { name: "GET /health", target: service, ask: health },
    { name: "POST /model/predict", target: service, ask: predict },
  ];
  const times: number[][] = starts.map(() => []);
  for (let round = 0; round < count; round++) {
    for (const [i, { target, ask }] of starts.entries()) {
      const start = performance.now();
      const { stop } = await startServer(target.command, ask);
      times[i].push(performance.now() - start);
      await stop();
    }
  }
  return starts.map(({ name }, i) => ({ name, ...figures(times[i]) }));
}
