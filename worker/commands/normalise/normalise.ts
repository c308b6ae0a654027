/**
 * `npm run normalise`: brings labelled pictures to 28×28 as the service does, for training. See USAGE.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createClassifier, createJpegDecoder } from "../../adapters/node.ts";
import { judgeOf } from "../../classifier/judge.ts";
import { encodeIdxPair } from "../../files/idx.ts";
import { labelledSets } from "./labelledSets.ts";
import { normaliseSet } from "./normaliseSet.ts";

const USAGE = `Usage: npm run normalise -- IMAGES OUT [options]

  IMAGES      a folder of pairs of IDX files, NAME-images-idx3-ubyte and NAME-labels-idx1-ubyte,
              gzipped or not, or of PNG and JPEG files, each in a folder named by its digit or named
              by it itself, as 7/anna.jpg and 7-01.png are
  OUT         the folder that gets NAME-images-idx3-ubyte.gz, 28×28, NAME-labels-idx1-ubyte.gz, and
              NAME-names.txt, which has a line for each image: its path or its number in the IDX file
  --set NAME  takes this pair of IDX files only; may be given several times
  --help      this text`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      set: { type: "string", multiple: true, default: [] },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else if (positionals.length !== 2) throw new Error(`two folders, please\n\n${USAGE}`);
  else await normalise(positionals[0], positionals[1], values.set);
} catch (error) {
  console.error(`normalise: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function normalise(from: string, to: string, only: string[]): Promise<void> {
  const judge = judgeOf(await createClassifier());
  const sets = labelledSets(from, only, await createJpegDecoder());
  mkdirSync(to, { recursive: true });
  for (const set of sets) {
    const { images, names, refused } = normaliseSet(set, judge);
    for (const { name, reason } of refused) console.error(`${set.name}: ${name}: ${reason}`);
    if (images.count === 0) throw new Error(`no digit was made out in any picture of ${from}`);
    for (const [file, bytes] of encodeIdxPair(set.name, images))
      writeFileSync(join(to, file), bytes);
    writeFileSync(join(to, `${set.name}-names.txt`), `${names.join("\n")}\n`);
    console.log(`${set.name}: ${images.count} images, ${refused.length} refused`);
  }
}
