import { classifyImage, createClassifier } from "mnist-classifier/browser";

const classifier = await createClassifier();

document.querySelector("input").addEventListener("change", async ({ target }) => {
  const file = new Uint8Array(await target.files[0].arrayBuffer());
  document.querySelector("output").textContent = classifyImage(file, classifier).digit;
});
