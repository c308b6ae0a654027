/**
 * `npm run explain`: draws what the pipeline makes of a picture, from the image to the
 * probabilities. See USAGE.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "valibot";
import { createClassifier, createJpegDecoder } from "../../adapters/node.ts";
import { decodeImage } from "../../image/decodeImage.ts";
import { parameters } from "../../protocols/parameters.ts";
import { defaultLimits } from "../../settings/limits.ts";
import { findInk } from "../../writing/findInk.ts";
import { SIDE } from "../../writing/form/side.ts";
import { toPixels } from "../../writing/toPixels.ts";
import { type Panel, stripSvg } from "./strip.ts";

const USAGE = `Usage: npm run explain -- FILE [options]

  --out FILE          where the picture goes, as SVG; build/explain.svg by default
  --normalize WHICH   auto, always or never, as the service takes it; auto by default
  --help              this text`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: "string", default: "build/explain.svg" },
      normalize: { type: "string", default: "auto" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else if (positionals.length !== 1) throw new Error(`one PNG or JPEG file, please\n\n${USAGE}`);
  else await explain(positionals[0], values.out, values.normalize);
} catch (error) {
  console.error(`explain: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function explain(file: string, out: string, normalizeText: string): Promise<void> {
  const normalize = parse(parameters.normalize, normalizeText);
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
  const image = decodeImage(readFileSync(file), defaultLimits, await createJpegDecoder());
  const found = findInk(image);
  const panels: Panel[] = [
    { title: `${image.width}×${image.height}, grey`, plane: found.flat },
    { title: "ink in even light", plane: found.ink },
  ];
  if ("crop" in found) panels.push({ title: "the digit cut out", plane: found.crop });

  const refused = normalize !== "never" && "refusal" in found;
  if (refused) {
    write(out, stripSvg(basename(file), panels, found.refusal));
    console.log(found.refusal);
    return;
  }
  const levels = toPixels(image, normalize);
  const { digit, probability, probabilities } = (await createClassifier()).classify(levels);
  panels.push({ title: "what the net sees", plane: { width: SIDE, height: SIDE, levels } });
  write(out, stripSvg(basename(file), panels, [...probabilities]));
  console.log(
    `${file} shows a ${digit}, with a probability of ${(100 * probability).toFixed(2)} %`,
  );
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
