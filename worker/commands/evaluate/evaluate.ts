/**
 * `npm run evaluate`: classifies labelled images as the service would, each in a request of its own,
 * and reports how well. See USAGE.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "valibot";
import { createClassifier, createJpegDecoder } from "../../adapters/node.ts";
import { createApp } from "../../app.ts";
import { judgeOf } from "../../classifier/judge.ts";
import { parameters } from "../../protocols/parameters.ts";
import { confusionSvg, reliabilitySvg } from "./charts.ts";
import { classifyAll, type Result } from "./classifyAll.ts";
import { contactSheet } from "./contactSheet.ts";
import type { Dataset } from "./dataset.ts";
import { idxImages } from "./idxImages.ts";
import { imageFolder } from "./imageFolder.ts";
import { evaluateNumbers } from "./numbers/evaluateNumbers.ts";
import { percent, report } from "./report.ts";
import { mistakes } from "./statistics.ts";

const USAGE = `Usage: npm run evaluate -- --mnist DIR | --idx DIR | --images DIR | --numbers DIR  [options]

  --mnist DIR         the folder of MNIST's test images, t10k-images-idx3-ubyte and
                      t10k-labels-idx1-ubyte, gzipped or not
  --idx DIR           a folder of pairs of IDX files of any size, NAME-images-idx3-ubyte and
                      NAME-labels-idx1-ubyte, gzipped or not; counted by pair
  --set NAME          takes this pair only; may be given several times
  --images DIR        a folder of PNG and JPEG files, each in a folder named by its digit or named
                      by it itself, as 7/anna.jpg and 7-01.png are; counted by folder
  --numbers DIR       a folder of PNG and JPEG files of several digits, each named by them up to the
                      first hyphen, _ between two lines, as 42-scan.png and 12_345.jpg are; reports
                      exact pictures, exact lines and the digit error rate; counted by folder
  --normalize WHICH   auto, always or never, as the service takes it; auto by default
  --report FILE       writes the confusion matrix as SVG
  --calibration FILE  writes how far the probabilities can be relied on, as SVG
  --mistakes FILE     writes a contact sheet of the mistakes as PNG, with --numbers of the worst as
                      SVG, and lists them, worst first
  --help              this text`;

try {
  const { values } = parseArgs({
    options: {
      mnist: { type: "string" },
      idx: { type: "string" },
      set: { type: "string", multiple: true, default: [] },
      images: { type: "string" },
      numbers: { type: "string" },
      normalize: { type: "string" },
      report: { type: "string" },
      calibration: { type: "string" },
      mistakes: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
  } else if (values.numbers) {
    await reportNumbers(values.numbers, values);
  } else {
    const open = () => dataset(values);
    const decodeJpeg = await createJpegDecoder();
    const classifier = await createClassifier();
    const app = createApp({ classifier, decodeJpeg });
    const normalize = parse(parameters.normalize, values.normalize ?? "auto");
    const results = await classifyAll(app, open(), normalize);
    console.log(report(results));
    if (values.report) write(values.report, confusionSvg(results));
    if (values.calibration) write(values.calibration, reliabilitySvg(results));
    if (values.mistakes) {
      const files = listMistakes(mistakes(results), open());
      write(values.mistakes, contactSheet(files, normalize, decodeJpeg, judgeOf(classifier)));
    }
  }
} catch (error) {
  console.error(`evaluate: ${(error as Error).message}`);
  process.exitCode = 1;
}

interface Options extends Where {
  normalize?: string;
  report?: string;
  calibration?: string;
  mistakes?: string;
}

async function reportNumbers(folder: string, options: Options): Promise<void> {
  const { mnist, idx, images, set, normalize, report, calibration, mistakes } = options;
  const others = [mnist, idx, images, normalize, report, calibration, ...set];
  if (others.some(Boolean)) throw new Error(`--numbers goes with --mistakes alone\n\n${USAGE}`);
  const found = await evaluateNumbers(folder);
  console.log(found.report);
  if (!mistakes) return;
  console.log(["\nimage  written  read", ...found.mistakes].join("\n"));
  write(mistakes, found.sheet());
}

interface Where {
  mnist?: string;
  idx?: string;
  set: string[];
  images?: string;
}

function dataset({ mnist, idx, set, images }: Where): Dataset {
  if ([mnist, idx, images].filter(Boolean).length > 1) {
    throw new Error(`--mnist, --idx and --images exclude each other\n\n${USAGE}`);
  }
  if (mnist) return idxImages(mnist, ["t10k"]);
  if (idx) return idxImages(idx, set);
  if (images) return imageFolder(images);
  throw new Error(`nothing to evaluate\n\n${USAGE}`);
}

/** Prints the mistakes, and finds the files again in which a digit was made out. */
function listMistakes(wrong: Result[], { images }: Dataset): Uint8Array[] {
  console.log("\nimage  digit  recognised as  probability");
  for (const { name, label, digit, probability } of wrong) {
    console.log(`${name}  ${label}  ${digit ?? "none"}  ${percent(probability)} %`);
  }
  const read = wrong.filter(({ digit }) => digit !== null);
  const files = new Map(read.map(({ name }): [string, Uint8Array] => [name, new Uint8Array()]));
  for (const { name, file } of images) if (files.has(name)) files.set(name, file);
  return [...files.values()];
}

function write(file: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
  console.log(`wrote ${file}`);
}
