/**
 * `npm run evaluate -- --mnist DIR`: classifies MNIST's 10,000 test images as the service would,
 * each a PNG in a request of its own, and prints accuracy, recall per digit and the confusion
 * matrix.
 */
import { parseArgs } from "node:util";
import { encode } from "fast-png";
import { createClassifier } from "../adapters/node.ts";
import { createApp } from "../app.ts";
import { describe, newConfusion } from "./confusion.ts";
import { type LabelledImages, readTestImages } from "./idx.ts";
import { progressBar } from "./progress.ts";

const USAGE = `Usage: npm run evaluate -- --mnist DIR

  --mnist DIR   a folder with t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, gzipped or not
  --help        this text`;

try {
  const { values } = parseArgs({
    options: { mnist: { type: "string" }, help: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(USAGE);
  } else if (!values.mnist) {
    throw new Error(`nothing to evaluate\n${USAGE}`);
  } else {
    console.log(await evaluate(readTestImages(values.mnist)));
  }
} catch (error) {
  console.error(`evaluate: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function evaluate({ count, width, height, pixels, labels }: LabelledImages) {
  const app = createApp({ classifier: await createClassifier() });
  const confusion = newConfusion();
  const progress = progressBar(count);
  const size = width * height;

  for (let i = 0; i < count; i++) {
    const data = pixels.subarray(i * size, (i + 1) * size);
    const body = encode({ width, height, data, channels: 1 }) as BodyInit;
    const response = await app.request("/model/predict", { method: "POST", body });
    if (!response.ok) throw new Error(`image ${i}: ${response.status} ${await response.text()}`);
    const { predictions } = (await response.json()) as { predictions: [{ prediction: number }] };
    confusion[labels[i]][predictions[0].prediction]++;
    progress(i + 1);
  }
  return describe(confusion);
}
