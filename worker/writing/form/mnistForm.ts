import type { GreyImage } from "../../image/GreyImage.ts";
import { SIDE } from "./side.ts";
import { BOX } from "./stroke.ts";

/** Where along either axis the centre of mass of MNIST's digits is: all 70,000 from 13.48 to 14.502. */
const LEAST_CENTRE = 13.4;
const GREATEST_CENTRE = 14.6;

/** Whether an image is the net's input already. */
export function isMnistImage({ width, height, grey, alpha }: GreyImage): boolean {
  return width === SIDE && height === SIDE && alpha === null && isMnistForm(grey);
}

/**
 * Whether 28×28 grey levels have the form in which MNIST's digits are published: on black, within a
 * box of 20×20, the centre of mass in the middle (LeCun et al. 1998).
 */
export function isMnistForm(levels: Uint8Array): boolean {
  let [mass, momentX, momentY] = [0, 0, 0];
  let [left, right, top, bottom] = [SIDE, -1, SIDE, -1];
  for (let y = 0, i = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++, i++) {
      const level = levels[i];
      if (level === 0) continue;
      mass += level;
      momentX += level * x;
      momentY += level * y;
      if (x < left) left = x;
      if (x > right) right = x;
      if (top === SIDE) top = y;
      bottom = y;
    }
  }
  const isCentred = (moment: number) =>
    moment >= LEAST_CENTRE * mass && moment <= GREATEST_CENTRE * mass;
  return (
    mass > 0 && right - left < BOX && bottom - top < BOX && isCentred(momentX) && isCentred(momentY)
  );
}
