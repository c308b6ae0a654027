import * as v from "valibot";

/** The answer: digits and their scores, the best first. */
export const classificationSchema = v.array(
  v.strictObject({ label: v.string(), score: v.number() }),
);
