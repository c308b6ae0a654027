import type { Box, Picture } from "./picture/Picture.ts";

/** Whose digit it is: the generator's skeletons', a real person's pen strokes, MNIST's or another scan. */
export type Source = "skeletons" | "person" | "MNIST" | "scan";

/** A picture of a digit. */
export interface Drawing {
  /** The digit that was meant, 0 … 9. */
  label: number;
  source: Source;
  picture: Picture;
  /** Where the digit was drawn. */
  box: Box;
}

/** Drawings of one kind; nothing is drawn before it is asked for. */
export interface DrawingSet {
  /** A family and a slash may stand before what it is. */
  name: string;
  drawings: Iterable<Drawing>;
}
