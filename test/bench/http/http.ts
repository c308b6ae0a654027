/** `npm run bench:http`: whole requests under load, and how long a start takes. See USAGE. */
import { parseArgs } from "node:util";
import { progressBar } from "../../../worker/tools/progress.ts";
import { printTable, writeJson } from "../report.ts";
import { printGrowth, timeGrowth } from "./growth.ts";
import { BODIES, type BodyKind, checkWrk, type Load, load, post } from "./load.ts";
import { startServer } from "./processes.ts";
import { timeStarts } from "./starts.ts";
import { printLoads, type Summary, summarise } from "./summary.ts";
import { flask, service, type Target, worker } from "./targets.ts";

const USAGE = `Usage: npm run bench:http [-- --rounds N] [--seconds N] [--quick]

Puts load on POST /model/predict, as a raw body and as multipart, one server at a time and in turn:
the deployable bundle under workerd, the same middleware around a route that only reads its body
(baseline), a bare Worker, and the seed's pipeline in Flask, Pillow and PyTorch. Then what more
images in a request cost, and starts.
Needs wrk; Flask is left out where python3-flask, -pil, -torch and -torchvision are missing.

  --rounds N   rounds, 3 by default
  --seconds N  seconds of load for each server and body in a round, 5 by default
  --quick      1 round of 1 second, 3 starts
  --help       this text`;

const OUTPUT = "build/bench/http.json";
const STARTS = 10;

/** Seconds of load before what counts, in which V8 optimises. */
const WARM_UP = 1;

const kinds = Object.keys(BODIES) as BodyKind[];

try {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "5" },
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { quick } = values;
  if (values.help) console.log(USAGE);
  else if (quick) await benchHttp(1, 1, 3);
  else await benchHttp(Number(values.rounds), Number(values.seconds), STARTS);
} catch (error) {
  console.error(`bench:http: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function benchHttp(rounds: number, seconds: number, starts: number): Promise<void> {
  checkWrk();
  const [own, baseline, bare, python] = [
    service(),
    await worker("baseline"),
    await worker("bare"),
    flask(),
  ];
  if (!python) console.log("without Flask: no python3 has flask, PIL, torch and torchvision");
  const targets = [own, baseline, bare, ...(python ? [python] : [])];

  const loads = await loadInTurn(targets, rounds, seconds);
  const summaries: Summary[] = targets.flatMap(({ name }) =>
    kinds.map((kind) => summarise(name, kind, loads)),
  );
  for (const kind of kinds) printLoads(kind, summaries);

  const growth = await timeGrowth(own, seconds);
  printGrowth(growth);
  const started = await timeStarts(own, bare, starts);
  printTable("From a start of workerd to its first answer", "ms", "", started);
  writeJson(OUTPUT, { rounds, seconds, loads: summaries, growth, starts: started });
}

/** The loads of every target and body, round by round. */
async function loadInTurn(
  targets: Target[],
  rounds: number,
  seconds: number,
): Promise<Map<string, Load[]>> {
  const loads = new Map<string, Load[]>();
  const progress = progressBar(rounds * targets.length * kinds.length);
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { name, command } of targets) {
      const server = await startServer(command, (url) => post(url, BODIES.raw));
      for (const kind of kinds) {
        await checkAnswer(server.url, name, kind);
        await load(server, BODIES[kind], WARM_UP);
        const key = `${name} ${kind}`;
        loads.set(key, [...(loads.get(key) ?? []), await load(server, BODIES[kind], seconds)]);
        progress(++done);
      }
      await server.stop();
    }
  }
  return loads;
}

/** Nothing is worth timing that does not tell a 7. */
async function checkAnswer(url: string, name: string, kind: BodyKind): Promise<void> {
  const { predictions } = (await (await post(url, BODIES[kind])).json()) as {
    predictions: { prediction: number }[];
  };
  const [{ prediction }] = predictions;
  if (prediction !== 7) throw new Error(`${name} takes samples/7.png (${kind}) for ${prediction}`);
}
