import { readFile } from "node:fs/promises";
import process from "node:process";
import { classifyImage, createClassifier, createJpegDecoder } from "mnist-classifier/node";

const classifier = await createClassifier();
const decodeJpeg = await createJpegDecoder();
const results = new Map();
for (const file of process.argv.slice(2)) {
  const { digit, probabilities } = classifyImage(await readFile(file), classifier, { decodeJpeg });
  results.set(file, { digit, probabilities: Array.from(probabilities) });
}
console.log(JSON.stringify(Object.fromEntries(results)));
