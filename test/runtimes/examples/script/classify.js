import { readFile } from "node:fs/promises";
import process from "node:process";
import { createClassifier, digitFromPng } from "mnist-classifier/node";

const classifier = await createClassifier();
const results = new Map();
for (const file of process.argv.slice(2)) {
  const { digit, probabilities } = classifier.classify(digitFromPng(await readFile(file)));
  results.set(file, { digit, probabilities: Array.from(probabilities) });
}
console.log(JSON.stringify(Object.fromEntries(results)));
