import { readFile } from "node:fs/promises";
import process from "node:process";
import { createClassifier, readDigits } from "mnist-classifier/node";

const classifier = await createClassifier();
const { text, lines } = readDigits(await readFile(process.argv[2]), classifier, { threshold: 0.5 });
console.log(text);
for (const { prediction, detection_box } of lines.flatMap(({ digits }) => digits)) {
  const [ymin, xmin, ymax, xmax] = detection_box;
  console.log(`${prediction} from ${xmin}, ${ymin} to ${xmax}, ${ymax}`);
}
