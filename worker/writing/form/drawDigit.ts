import type { Plane } from "../Plane.ts";
import { distanceAcross } from "./distance.ts";
import { fineMask } from "./fineMask.ts";
import { place } from "./place.ts";
import { evenStroke, strokeWidth } from "./stroke.ts";

export function drawDigit(cutOut: Plane): { pixels: Uint8Array; width: number } {
  const mask = fineMask(cutOut);
  const toGround = distanceAcross(mask, 255);
  return { pixels: place(evenStroke(mask, toGround)), width: strokeWidth(toGround) / 60 };
}
