import { expect, it } from "vitest";
import { createClassifier } from "../../worker/adapters/node.ts";
import { recognise } from "../../worker/recognise.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { randomFrom, seed } from "../unit/random.ts";
import { noisyDigit } from "./images.ts";
import { post } from "./known.ts";

/** Different images, each on a connection of its own, all at once. */
const IMAGES = 200;

it("answers each of 200 requests in flight with its own image's digit", async () => {
  const random = randomFrom(seed);
  const classifier = await createClassifier();
  const files = Array.from({ length: IMAGES }, (_, number) => noisyDigit(number, random));
  const expected = files.map((file) => {
    const [{ digit, probability }] = recognise([file], { classifier, limits: defaultLimits });
    return { status: "ok", predictions: [{ prediction: digit, probability }] };
  });
  // Hardly two are alike, so an answer that went astray would show.
  const different = new Set(expected.map((answer) => JSON.stringify(answer))).size;
  expect(different, `SEED=${seed}`).toBeGreaterThan(IMAGES / 2);

  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(files.map(async (file) => (await post(file)).json()));
    expect(answers, `SEED=${seed}, round ${round}`).toEqual(expected);
  }
});
