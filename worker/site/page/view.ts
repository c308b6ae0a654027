import { CLASSES } from "../../classifier/kernels.ts";
import { SIDE } from "../../writing/form/side.ts";
import { isNumber, pixelsOf, type Reading } from "./reading.ts";
import type { AnsweredDigit } from "./server.ts";

/** The element with an id, which index.html has. */
export function byId<E extends HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}`);
  return element as E;
}

const elements = {
  verdict: byId("verdict"),
  which: byId("which"),
  digit: byId("digit"),
  certainty: byId("certainty"),
  message: byId("message"),
  way: byId("way"),
  spoken: byId("spoken"),
};
const seen = byId<HTMLCanvasElement>("seen").getContext("2d");

const bars = Array.from({ length: CLASSES }, (_, label) => {
  const row = document.createElement("li");
  const name = Object.assign(document.createElement("span"), { textContent: label });
  const bar = Object.assign(document.createElement("span"), { className: "bar" });
  const share = document.createElement("data");
  row.append(name, bar, share);
  byId("bars").append(row);
  return { row, bar, share };
});

/**
 * Shows what became of a drawing; where there is none, that there is none.
 *
 * @param chosen the digit of several whose probabilities and pixels are shown
 */
export function show(reading: Reading, chosen: number): void {
  const { answer, message = "", way = "" } = reading;
  const text = answer?.text ?? "–";
  const { digits = [] } = answer ?? {};
  elements.digit.textContent = text;
  elements.digit.classList.toggle("none", !answer);
  elements.verdict.classList.toggle("several", isNumber(reading));
  const lines = text.split("\n");
  elements.verdict.style.setProperty("--rows", String(lines.length));
  const columns = Math.max(...lines.map(({ length }) => length));
  elements.verdict.style.setProperty("--columns", String(columns));
  elements.certainty.textContent = answer ? percent(answer.probability) : "";
  elements.which.hidden = !isNumber(reading);
  elements.which.textContent = `Digit ${chosen + 1} of ${digits.length}. Tap another to see it here.`;
  showBars(digits[chosen]);
  showPixels(pixelsOf(reading, chosen));
  elements.message.textContent = message;
  elements.message.hidden = message === "";
  // The message takes the digit's place, so that nothing else moves.
  elements.verdict.hidden = message !== "" && !answer;
  elements.way.textContent = way;
}

function showBars(answer: AnsweredDigit | undefined): void {
  for (const [label, { row, bar, share }] of bars.entries()) {
    const probability = answer?.probabilities[label];
    row.classList.toggle("best", answer?.digit === label);
    bar.style.setProperty("--share", String(probability ?? 0));
    share.value = String(probability ?? "");
    share.textContent = probability === undefined ? "" : percent(probability);
  }
}

function showPixels(pixels: Uint8Array | undefined): void {
  const image = new ImageData(SIDE, SIDE);
  pixels?.forEach((level, i) => {
    image.data.set([level, level, level, 255], 4 * i);
  });
  seen?.putImageData(image, 0, 0);
}

/** Has a screen reader say what became of a drawing. */
export function speak({ answer, message = "" }: Reading): void {
  elements.spoken.textContent = answer
    ? `${answer.text.replaceAll("\n", ", ")}, ${percent(answer.probability)}`
    : message;
}

export function percent(probability: number): string {
  return `${(100 * probability).toFixed(1)}\u00a0%`;
}
