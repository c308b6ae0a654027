/** An image file whose digit is known. */
export interface LabelledImage {
  /** Tells the image from the others: its path, or its number in the data set. */
  name: string;
  /** Images that belong together, and are counted together. */
  group: string;
  /** The digit that it shows, 0 … 9. */
  label: number;
  file: Uint8Array;
}

/** Images to be classified one after the other; none is kept. */
export interface Dataset {
  count: number;
  images: Iterable<LabelledImage>;
}
