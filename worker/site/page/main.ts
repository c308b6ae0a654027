import weights from "../../../build/mnist-classifier.bin";
import kernels from "../../../build/page.wasm";
import { fetchClassifier } from "../../classifier/fetchClassifier.ts";
import { SIDE } from "../../writing/form/side.ts";
import { createBoxes } from "./boxes.ts";
import { showCorrections } from "./corrections/showCorrections.ts";
import { oncePerFrame, onOtherLook, showSheet } from "./easel.ts";
import { takeFiles } from "./intake.ts";
import { fileNameOf, fileOf, imageOf } from "./pad/asFile.ts";
import { encodePng } from "./pad/encodePng.ts";
import { followPen } from "./pad/pen.ts";
import { readPicture } from "./pad/picture.ts";
import { createStack, EMPTY, isDrawn, isEmpty } from "./pad/sheet.ts";
import type { Stroke } from "./pad/strokes.ts";
import {
  isNumber,
  look,
  NOTHING,
  pixelsOf,
  type Reader,
  type Reading,
  readHere,
  readThere,
} from "./reading.ts";
import { PREDICT, READ } from "./server.ts";
import { showCommand } from "./terminal.ts";
import { byId, show, speak } from "./view.ts";

/** The form of the pad, on which strokes lie as they are. */
const SQUARE = { width: 1, height: 1 };

/** What has been drawn: whatever happens on the page changes it, and is shown in the next frame. */
const stack = createStack();
const server = byId<HTMLInputElement>("server");
const showRequest = showCommand(() => fileOf(stack.top));
const boxes = createBoxes(choose);
let reader: Reader | undefined;
/** The stroke that the pen is at. */
let open: Stroke | undefined;
let asking = new AbortController();
/** Why the page cannot read by itself. */
let failure = "";
let shown = NOTHING;
/** The digit of several that is looked at. */
let chosen = 0;

const changed = oncePerFrame(() => {
  // An answer to what lay there before is of no use any more.
  asking.abort();
  asking = new AbortController();
  showSheet(stack.top);
  if (isEmpty(stack.top)) conclude(NOTHING);
  else if (server.checked) askServer(asking.signal);
  else if (reader) conclude(readHere(imageOf(stack.top), reader));
  else conclude({ message: failure, ...look(imageOf(stack.top), reader) });
});

/** Asks where the pen is lifted, and not in every frame. */
async function askServer(signal: AbortSignal): Promise<void> {
  const image = imageOf(stack.top);
  if (open) return conclude(look(image, reader));
  const reading = await readThere(image, await fileOf(stack.top), signal, reader);
  if (!signal.aborted) conclude(reading);
}

/** While the pen moves, what is not yet a digit is no reason for words. */
function conclude(reading: Reading): void {
  shown = open ? { ...reading, message: "" } : reading;
  const digits = open ? [] : (shown.answer?.digits ?? []);
  boxes.show(digits, isDrawn(stack.top) ? SQUARE : stack.top.image);
  showRequest(fileNameOf(stack.top), isNumber(shown) ? READ : PREDICT);
  choose(0);
  if (!open) speak(shown);
}

/** Shows what is known of one of several digits. */
function choose(index: number): void {
  chosen = index;
  show(shown, chosen);
}

/** The picture that is kept where it is misread: of several digits the one that is looked at. */
function misread(): Promise<Blob> | undefined {
  if (isEmpty(stack.top)) return undefined;
  if (!isNumber(shown)) return encodePng(imageOf(stack.top));
  const grey = pixelsOf(shown, chosen);
  return grey && encodePng({ width: SIDE, height: SIDE, grey, alpha: null });
}

followPen(byId("pad"), {
  tap(at) {
    const index = boxes.at(at);
    return index === undefined ? undefined : () => boxes.choose(index);
  },
  down(at) {
    open = [at];
    // A pen on a picture starts a drawing of its own.
    stack.lay(isDrawn(stack.top) ? [...stack.top, open] : [open]);
    changed();
  },
  move(to) {
    open?.push(...to);
    changed();
  },
  up() {
    open = undefined;
    changed();
  },
});

takeFiles(async (file) => {
  try {
    stack.lay(await readPicture(file));
    changed();
  } catch (error) {
    conclude({ ...shown, message: (error as Error).message });
  }
});

function undo(): void {
  stack.undo();
  changed();
}

function clear(): void {
  if (!isEmpty(stack.top)) stack.lay(EMPTY);
  changed();
}

byId("undo").addEventListener("click", undo);
byId("clear").addEventListener("click", clear);
server.addEventListener("change", changed);
addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if ((ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === "z") undo();
  else if (key === "Delete") clear();
  else return;
  event.preventDefault();
});

onOtherLook(changed);
showCorrections(misread);

fetchClassifier({
  kernels: new URL(kernels, import.meta.url),
  weights: new URL(weights, import.meta.url),
}).then(
  async (classifier) => {
    reader = { classifier, segment: null };
    changed();
    // Few digits touch: what cuts them apart comes once all others can be read.
    const { segment } = await import("../../writing/lines/cuts/segment.ts");
    reader = { classifier, segment };
    changed();
  },
  (error: unknown) => {
    console.error(error);
    failure = "The network does not run in this browser. The server can be asked.";
    changed();
  },
);
