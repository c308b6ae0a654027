/** A place on the pad, from 0 to 1 from its left and its top. */
export type Point = readonly [x: number, y: number];

/** Where a pen went from its setting down to its lifting; it grows while the pen moves. */
export type Stroke = Point[];
