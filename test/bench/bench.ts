/** `npm run bench`: how fast kernels, network and pipeline are on this machine. See USAGE. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { do_not_optimize } from "mitata";
import { createClassifier } from "../../worker/adapters/node.ts";
import { progressBar } from "../../worker/adapters/terminal/progress.ts";
import { type ColdStart, spawnColdStart } from "./coldStart.ts";
import { SEVEN_PIXELS, someImages } from "./images.ts";
import { kernelCalls } from "./kernelCalls.ts";
import { compileLimit } from "./limit.ts";
import { PAGE, pageSubjects } from "./pages.ts";
import { imageSubjects, requestSubjects } from "./pipeline.ts";
import { printTable, type Row, writeJson } from "./report.ts";
import { type Figures, figures, type Subject, timeInTurn } from "./timing.ts";

const USAGE = `Usage: npm run bench [-- --quick]

Times in one process and in turn, round by round: each kernel and the whole net beside the
arithmetic limit, which is as many multiplications and additions of floats as the net needs and
nothing else; batches; a PNG's way to the net; pages of 1 to 100 digits; whole requests without
a network. Then cold starts,
each in a fresh process. Prints minimum, median and 95th percentile, and the ratio of minima.

  --quick  a tenth of the time, for a first look
  --help   this text`;

const OUTPUT = "build/bench/bench.json";
const THOROUGH = { rounds: 20, budget: 50, coldStarts: 40 };
const QUICK = { rounds: 4, budget: 20, coldStarts: 8 };
const BATCHES = [1, 10, 100, 1000];

/** A part of the report, and the name of the row that its ratios are to. */
interface Section {
  heading: string;
  ratioTo: string;
  subjects: Subject[];
}

try {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await bench(values.quick ? QUICK : THOROUGH);
} catch (error) {
  console.error(`bench: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function bench(effort: typeof QUICK): Promise<void> {
  const sections = await makeSections();
  const progress = progressBar(effort.rounds);
  const all = sections.flatMap(({ subjects }) => subjects);
  const times = await timeInTurn(all, effort, progress);
  const timeOf = (name: string) => times[all.findIndex((subject) => subject.name === name)];

  const report: Record<string, Row[]> = {};
  for (const { heading, ratioTo, subjects } of sections) {
    const reference = timeOf(ratioTo).min;
    report[heading] = subjects.map(({ name }) => {
      const time = timeOf(name);
      return { name, ...time, ratio: time.min / reference };
    });
    printTable(heading, "µs", `to ${ratioTo}`, report[heading]);
  }

  const starts = Array.from({ length: effort.coldStarts }, spawnColdStart);
  const heading = "Cold start";
  report[heading] = coldRows(starts);
  printTable(heading, "ms", "", report[heading]);
  writeJson(OUTPUT, { effort, sections: report });
}

async function makeSections(): Promise<Section[]> {
  const kernels = new URL("../../build/kernels.wasm", import.meta.url);
  const module = new WebAssembly.Module(readFileSync(kernels));
  // On zeros, as the kernels by themselves: no time depends on a value.
  const forward = new WebAssembly.Instance(module).exports.forward as () => void;
  const classifier = await createClassifier();
  return [
    {
      heading: "Kernels",
      ratioTo: "limit",
      subjects: [
        ...kernelCalls(new WebAssembly.Instance(module)),
        { name: "net", call: forward },
        { name: "limit", call: await compileLimit() },
      ],
    },
    {
      heading: "Batches, per image",
      ratioTo: "net",
      subjects: [
        { name: "classify", call: () => do_not_optimize(classifier.classify(SEVEN_PIXELS)) },
        ...BATCHES.map((images) => {
          const pixels = someImages(images);
          const call = () => do_not_optimize(classifier.classifyBatch(pixels, images));
          return { name: `classifyBatch, ${images}`, call, images };
        }),
      ],
    },
    { heading: "From a picture to the net", ratioTo: "net", subjects: imageSubjects(classifier) },
    {
      heading: `Pages of ${PAGE}×${PAGE}`,
      ratioTo: `normalise ${PAGE}×${PAGE}`,
      subjects: pageSubjects(classifier),
    },
    { heading: "Requests", ratioTo: "net", subjects: requestSubjects(classifier) },
  ];
}

function coldRows(starts: ColdStart[]): Row[] {
  const row = (name: string, of: (start: ColdStart) => number): Row & Figures => ({
    name,
    ...figures(starts.map(of)),
  });
  return [
    row("compile the kernels", ({ compile }) => compile),
    row("instantiate, bind the weights", ({ bind }) => bind),
    row("first call", ({ firstCall }) => firstCall),
    row("first 100 calls", ({ first100Calls }) => first100Calls),
  ];
}
