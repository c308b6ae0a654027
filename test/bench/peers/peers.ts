/** `npm run bench:peers`: the kernels beside other engines with the same weights. See USAGE. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { progressBar } from "../../../worker/adapters/terminal/progress.ts";
import { someImages } from "../images.ts";
import { printTable, type Row, writeJson } from "../report.ts";
import { timeInTurn } from "../timing.ts";
import { chart } from "./chart.ts";
import { compareClasses } from "./compare.ts";
import { type Engine, makeBatch } from "./engine.ts";
import { installPeers } from "./install.ts";
import { onnxRuntimeNode, onnxRuntimeWeb } from "./onnxRuntime.ts";
import { ownKernels, plainJavaScript } from "./own.ts";
import { tensorFlowWasm } from "./tensorFlow.ts";

const USAGE = `Usage: npm run bench:peers [-- --mnist DIR] [--chart FILE] [--quick]

Runs the same net with the same weights in this project's kernels, plain JavaScript,
onnxruntime-node, onnxruntime-web and TensorFlow.js, each on one thread. The engines are installed
into build/bench/peers the first time, which takes npm's registry and half a gigabyte. First all
have to give the same classes; then they are timed in turn, by one image and by many at once.

  --mnist DIR   checks the classes on MNIST's test images in place of generated ones
  --chart FILE  draws the times as SVG
  --quick       a tenth of the time, for a first look
  --help        this text`;

const OUTPUT = "build/bench/peers.json";
const THOROUGH = { rounds: 20, budget: 100 };
const QUICK = { rounds: 4, budget: 30 };
const BATCHES = [1, 100, 1000];

/** Images on which the engines have to agree. */
const CHECKED = 1000;
const CHECKED_OF_MNIST = 10_000;

try {
  const { values } = parseArgs({
    options: {
      mnist: { type: "string" },
      chart: { type: "string" },
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await benchPeers(values);
} catch (error) {
  console.error(`bench:peers: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function benchPeers(options: { mnist?: string; chart?: string; quick: boolean }) {
  const { mnist } = options;
  installPeers();
  const engines = [
    await ownKernels(),
    await plainJavaScript(),
    await onnxRuntimeNode(),
    await onnxRuntimeWeb(),
    await tensorFlowWasm(),
  ];
  const pixels = someImages(mnist ? CHECKED_OF_MNIST : CHECKED, mnist);
  const checked = mnist ? "of MNIST's test images" : "generated images";
  const differences = await compareClasses(engines, pixels, checked);

  const effort = options.quick ? QUICK : THOROUGH;
  const progress = progressBar(effort.rounds);
  const subjects = BATCHES.flatMap((images) => {
    const batch = makeBatch(pixels, 0, images);
    return engines.map(({ name, classify }) => ({ name, images, call: () => classify(batch) }));
  });
  const times = await timeInTurn(subjects, effort, progress);

  const batches = BATCHES.map((images, b) => {
    const found = times.slice(b * engines.length, (b + 1) * engines.length);
    const rows: Row[] = engines.map(({ name }, i) => ({
      name,
      ...found[i],
      ratio: found[i].min / found[0].min,
    }));
    printTable(`Batch ${images}, per image`, "µs", "to ours", rows);
    return { images, rows };
  });
  printSizes(engines);
  const sizes = engines.map(({ name, gzipBytes }) => ({ name, gzipBytes }));
  writeJson(OUTPUT, { effort, differences, batches, sizes });
  if (options.chart) {
    writeFileSync(options.chart, chart(batches, sizes));
    console.log(`wrote ${options.chart}`);
  }
}

function printSizes(engines: Engine[]): void {
  console.log("\nTo be shipped, gzipped, weights included");
  for (const { name, gzipBytes } of engines) {
    console.log(name.padEnd(30), `${(gzipBytes / 1024).toFixed(1)} KiB`.padStart(14));
  }
}
