/**
 * `npm run explain`: draws what the pipeline makes of a picture, from the image to the
 * probabilities. See USAGE.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "valibot";
import { createClassifier, createJpegDecoder } from "../../adapters/node.ts";
import { judgeOf } from "../../classifier/judge.ts";
import { decodeImage } from "../../image/decodeImage.ts";
import type { DecodedImage } from "../../image/GreyImage.ts";
import { parameters } from "../../protocols/parameters.ts";
import { defaultLimits } from "../../settings/limits.ts";
import { findWriting } from "../../writing/findWriting.ts";
import { toPixels } from "../../writing/toPixels.ts";
import { explainNumbers } from "./numbers/explainNumbers.ts";
import {
  candidatesPanel,
  groundsPanel,
  inputPanel,
  probabilitiesPanel,
  refusalPanel,
  shapesPanel,
} from "./panels.ts";
import { stripSvg } from "./strip.ts";

const USAGE = `Usage: npm run explain -- FILE [options]

  --read              takes it for a picture of several digits: shows each line, a box around each
                      digit, and every digit as the net saw it, with its two likeliest answers;
                      and which other pieces were tried and left out
  --out FILE          where the picture goes, as SVG; build/explain.svg by default
  --normalize WHICH   auto, always or never, as the service takes it; auto by default
  --help              this text`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      read: { type: "boolean", default: false },
      out: { type: "string", default: "build/explain.svg" },
      normalize: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else if (positionals.length !== 1) throw new Error(`one PNG or JPEG file, please\n\n${USAGE}`);
  else if (!values.read) await explain(positionals[0], values.out, values.normalize);
  else if (values.normalize) throw new Error("--normalize does not go with --read");
  else await explainRead(positionals[0], values.out);
} catch (error) {
  console.error(`explain: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function explain(file: string, out: string, normalizeText = "auto"): Promise<void> {
  const normalize = parse(parameters.normalize, normalizeText);
  const image = await decode(file);
  const classifier = await createClassifier();
  const judge = judgeOf(classifier);
  const found = findWriting(image, judge);
  const panels = [groundsPanel(found, `${image.width}×${image.height}`)];
  const shown = found.best ?? found.candidates[0];
  if (shown) panels.push(shapesPanel(shown), candidatesPanel(found));
  if (normalize !== "never" && !found.best) {
    write(out, stripSvg(basename(file), [...panels, refusalPanel(found.refusal)]));
    console.log(found.refusal);
    return;
  }
  const levels = toPixels(image, normalize, judge);
  const { digit, probability, probabilities } = classifier.classify(levels);
  panels.push(inputPanel(levels), probabilitiesPanel([...probabilities]));
  write(out, stripSvg(basename(file), panels));
  console.log(
    `${file} shows a ${digit}, with a probability of ${(100 * probability).toFixed(2)} %`,
  );
}

async function explainRead(file: string, out: string): Promise<void> {
  const image = await decode(file);
  const { summary, svg } = explainNumbers(basename(file), image, await createClassifier());
  write(out, svg);
  console.log(summary);
}

async function decode(file: string): Promise<DecodedImage> {
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
  return decodeImage(readFileSync(file), defaultLimits, await createJpegDecoder());
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
