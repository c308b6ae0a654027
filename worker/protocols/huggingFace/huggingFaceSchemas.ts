import * as v from "valibot";
import type { Classification } from "../../classifier/classifier.ts";

/** How scores are made of the net's outputs. */
export const SCORES = {
  softmax: ({ probabilities }: Classification) => probabilities,
  sigmoid: ({ logits }: Classification) => logits.map((x) => 1 / (1 + Math.exp(-x))),
  none: ({ logits }: Classification) => logits,
};

const FUNCTIONS = Object.keys(SCORES) as (keyof typeof SCORES)[];

/** A request in JSON, as Hugging Face's task image-classification has it. */
export const imageClassificationRequest = v.object({
  /** The image in base64; a data URL is taken too. */
  inputs: v.string(),
  parameters: v.nullish(
    v.object({
      /** How many digits to return, the best ones; all of them where there is none, or more than CLASSES. */
      top_k: v.nullish(v.pipe(v.number(), v.integer("a whole number"), v.minValue(1, "1 or more"))),
      function_to_apply: v.nullish(v.picklist(FUNCTIONS, FUNCTIONS.join(" or "))),
    }),
  ),
});
