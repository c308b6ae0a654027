import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { createReader } from "../../../worker/bulk/results.ts";
import { InputError } from "../../../worker/errors/InputError.ts";
import { Tally } from "../../../worker/metrics/Tally.ts";
import { read, recognise } from "../../../worker/recognise.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";

const recogniser = { classifier: await createClassifier(), limits: defaultLimits };
const seven = readFileSync("samples/7.png");

it("a picture's result is the service's, of one digit or of all", () => {
  const [{ digit, probability }] = recognise([seven], recogniser);
  expect(createReader(recogniser, false, new Tally())(seven)).toEqual({
    predictions: [{ prediction: digit, probability }],
  });
  const [reading] = read([seven], recogniser);
  expect(createReader(recogniser, true, new Tally())(seven)).toEqual(reading);
});

it("a refusal is a result, and counted", () => {
  const tally = new Tally();
  const reader = createReader(recogniser, true, tally);
  const error = { status: 413, message: "Too large." };
  expect(reader(new InputError(413, error.message))).toEqual({ error });
  expect(reader(Buffer.from("text"))).toMatchObject({ error: { status: 400 } });
  reader(seven);
  expect(tally).toMatchObject({ images: 1, refused: 2 });
});

it("a fault of the pipeline is thrown, so that its message is tried again", () => {
  const reader = createReader(recogniser, false, new Tally());
  expect(() => reader(undefined as unknown as Uint8Array)).toThrow("is not read");
});
