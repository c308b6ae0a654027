import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createClassifier } from "../../worker/adapters/node.ts";
import { pixelsFromImage } from "../../worker/adapters/pixelsFromImage.ts";

/** What a runtime has to say of a sample, to the last bit. */
export interface Expected {
  digit: number;
  probabilities: number[];
}

/** The paths of the samples of one digit. */
export const samples = readdirSync("samples")
  .filter((name) => /^\d[.-].*png$/.test(name))
  .map((name) => resolve("samples", name));

/** The sample of several digits, and what it shows. */
export const number = { path: resolve("samples/90210_42-two-lines.png"), text: "90210\n42" };

/** What the project itself makes of the samples, by path, in the Node that runs the tests. */
export async function expectedOfSamples(): Promise<Record<string, Expected>> {
  const classifier = await createClassifier();
  const results = samples.map((path): [string, Expected] => {
    const { digit, probabilities } = classifier.classify(pixelsFromImage(readFileSync(path)));
    return [path, { digit, probabilities: Array.from(probabilities) }];
  });
  return Object.fromEntries(results);
}
