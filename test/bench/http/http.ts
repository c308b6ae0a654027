/** `npm run bench:http`: whole requests under load, and how long a start takes. See USAGE. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { progressBar } from "../../../worker/adapters/terminal/progress.ts";
import { printTable, writeJson } from "../report.ts";
import { chart } from "./chart.ts";
import { printGrowth, timeGrowth } from "./growth.ts";
import { BODIES, type BodyKind, checkWrk, type Load, load, post, SMALL } from "./load.ts";
import { type Running, startServer } from "./processes.ts";
import { timeStarts } from "./starts.ts";
import { printLoads, type Summary, summarise } from "./summary.ts";
import { flask, service, type Target, worker } from "./targets.ts";

const USAGE = `Usage: npm run bench:http [-- --rounds N] [--chart FILE] [--quick]

Puts load on POST /model/predict, as a raw body and as multipart, with a picture of 28×28 and with a
canvas of 280×280 in RGBA, for a second each, one server at a time and in turn: the deployable bundle under workerd, the same middleware around a route that only
reads its body (baseline), a bare Worker, and the seed's pipeline in Flask, Pillow and PyTorch. Then
what more images in a request cost, and starts. Ratios are medians of those within a round.
Needs wrk; Flask is left out where python3-flask, -pil, -torch and -torchvision are missing.

  --rounds N    rounds, 20 by default
  --chart FILE  draws the requests a second as SVG
  --quick       1 round, 3 starts
  --help        this text`;

const OUTPUT = "build/bench/http.json";
const STARTS = 10;

/** Seconds of load: of each kind before what counts, in which V8 optimises, and in a round. */
const WARM_UP = 10;
const LOAD = 1;
/** Of what more images cost, for each number of them. */
const GROWTH = 5;

const kinds = Object.keys(BODIES) as BodyKind[];

try {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "20" },
      chart: { type: "string" },
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (!/^[1-9]\d*$/.test(values.rounds)) {
    throw new Error(`--rounds is ${values.rounds}, not a whole number from 1 on`);
  }
  if (values.help) console.log(USAGE);
  else if (values.quick) await benchHttp(1, 3, values.chart);
  else await benchHttp(Number(values.rounds), STARTS, values.chart);
} catch (error) {
  console.error(`bench:http: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function benchHttp(rounds: number, starts: number, chartFile?: string): Promise<void> {
  checkWrk();
  const [own, baseline, bare, python] = [
    service(),
    await worker("baseline"),
    await worker("bare"),
    flask(),
  ];
  if (!python) console.log("without Flask: no python3 has flask, PIL, torch and torchvision");
  const targets = [own, baseline, bare, ...(python ? [python] : [])];

  const loads = await loadInTurn(targets, rounds);
  const summaries: Summary[] = targets.flatMap((target) =>
    kindsOf(target).map((kind) => summarise(target.name, kind, loads)),
  );
  for (const kind of kinds) printLoads(kind, summaries);

  const growth = await timeGrowth(own, GROWTH);
  printGrowth(growth);
  const started = await timeStarts(own, bare, starts);
  printTable("From a start of workerd to its first answer", "ms", "", started);
  writeJson(OUTPUT, { rounds, loads: summaries, growth, starts: started });
  if (chartFile) {
    writeFileSync(chartFile, chart(summaries.filter(({ kind }) => SMALL.includes(kind))));
    console.log(`wrote ${chartFile}`);
  }
}

/** The loads of every target and body, round by round. All servers run, and one has load. */
async function loadInTurn(targets: Target[], rounds: number): Promise<Map<string, Load[]>> {
  const loads = new Map<string, Load[]>();
  const servers: [Target, Running][] = [];
  const all = targets.reduce((sum, target) => sum + kindsOf(target).length, 0);
  const progress = progressBar((rounds + 1) * all);
  let done = 0;
  for (const target of targets) {
    const { name, command } = target;
    const server = await startServer(command, (url) => post(url, BODIES.raw));
    servers.push([target, server]);
    for (const kind of kindsOf(target)) {
      await checkAnswer(server.url, name, kind);
      await load(server, BODIES[kind], WARM_UP);
      loads.set(`${name} ${kind}`, []);
      progress(++done);
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) {
      for (const [target, server] of servers) {
        if (!kindsOf(target).includes(kind)) continue;
        loads.get(`${target.name} ${kind}`)?.push(await load(server, BODIES[kind], LOAD));
        progress(++done);
      }
    }
  }
  for (const [, server] of servers) await server.stop();
  return loads;
}

function kindsOf({ smallOnly = false }: Target): readonly BodyKind[] {
  return smallOnly ? SMALL : kinds;
}

/** Nothing is worth timing that does not tell a 7. */
async function checkAnswer(url: string, name: string, kind: BodyKind): Promise<void> {
  const { predictions } = (await (await post(url, BODIES[kind])).json()) as {
    predictions: { prediction: number }[];
  };
  const [{ prediction }] = predictions;
  if (prediction !== 7) throw new Error(`${name} takes a 7 (${kind}) for ${prediction}`);
}
