import type { DetectionBox } from "../../writing/lines/detectionBox.ts";
import type { Point } from "./pad/strokes.ts";
import type { AnsweredDigit } from "./server.ts";
import { byId, percent } from "./view.ts";

/** Under a box as high as this share of the pad there is room for the digit's name, above the next line. */
const ROOMY = 0.15;

/** Part of the pad, in shares of its side. */
interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Boxes around digits on the pad, of which one is chosen. */
export interface Boxes {
  /** Shows the boxes of digits; none where there is only one. */
  show(digits: AnsweredDigit[], image: { width: number; height: number }): void;
  /** Which digit has its box at a place of the pad; undefined if none has. */
  at(place: Point): number | undefined;
  /** Chooses one, as a click on its box does. */
  choose(index: number): void;
}

/**
 * The boxes on the pad. Each is a radio button, so that arrow keys go from one to the next. The pen
 * draws through them: what taps on them is the pad's business.
 *
 * @param chosen is called with the digit that somebody chooses
 */
export function createBoxes(chosen: (index: number) => void): Boxes {
  const group = byId("boxes");
  let places: Place[] = [];
  let inputs: HTMLInputElement[] = [];
  return {
    show(digits, image) {
      places = digits.flatMap(({ box }) => (box ? [onPad(box, image)] : []));
      const labels = places.map((place, i) => label(digits[i], place, i, () => chosen(i)));
      inputs = labels.map(({ input }) => input);
      group.replaceChildren(...labels.map(({ element }) => element));
      group.hidden = inputs.length === 0;
      group.classList.toggle("small", !places.every(({ height }) => height >= ROOMY));
    },
    at: ([x, y]) => {
      const found = places.findIndex(
        ({ left, top, width, height }) =>
          x >= left && x <= left + width && y >= top && y <= top + height,
      );
      return found < 0 ? undefined : found;
    },
    choose: (index) => inputs[index]?.click(),
  };
}

function label(
  { digit, probabilities }: AnsweredDigit,
  place: Place,
  i: number,
  chosen: () => void,
) {
  const element = Object.assign(document.createElement("label"), { className: "box" });
  for (const [side, share] of Object.entries(place)) {
    element.style.setProperty(side, `${100 * share}%`);
  }
  const input = Object.assign(document.createElement("input"), {
    ...{
      type: "radio",
      name: "box",
      checked: i === 0,
      ariaLabel: `${digit}, ${percent(probabilities[digit])}`,
    },
  });
  input.addEventListener("change", chosen);
  const name = Object.assign(document.createElement("span"), {
    textContent: digit,
    ariaHidden: true,
  });
  element.append(input, name);
  return { element, input };
}

/** An image lies in the pad's middle, as large as it can. */
function onPad(
  [ymin, xmin, ymax, xmax]: DetectionBox,
  { width, height }: { width: number; height: number },
): Place {
  const side = Math.max(width, height);
  const [across, down] = [width / side, height / side];
  return {
    left: 0.5 + (xmin - 0.5) * across,
    top: 0.5 + (ymin - 0.5) * down,
    width: (xmax - xmin) * across,
    height: (ymax - ymin) * down,
  };
}
