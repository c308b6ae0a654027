import { describe, expect, it } from "vitest";
import { app, rankedDigits, resultOf, sample, seven } from "./service.ts";

type Parts = [name: string, value: number | string][];

/** A form: numbers stand for samples, texts for fields. */
function form(parts: Parts): FormData {
  const body = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === "string") body.append(name, value);
    else body.append(name, new Blob([sample(value)]), "any name.bin");
  }
  return body;
}

function predict(query: string, body: BodyInit = seven) {
  return app.request(`/model/predict${query}`, { method: "POST", body });
}

/** The entries of a sample's digits. */
function entries(digit: number, digits: number[], image?: number) {
  const { probabilities } = resultOf(digit);
  return digits.map((prediction) => ({
    prediction,
    probability: probabilities[prediction],
    ...(image !== undefined && { image }),
  }));
}

const best = (digit: number, count: number) =>
  rankedDigits(resultOf(digit).probabilities).slice(0, count);

describe("POST /model/predict", () => {
  it.each(["file", "image"])("takes parts of the name %s, whatever their type", async (name) => {
    const response = await predict("", form([[name, 7]]));
    expect(await response.json()).toEqual({ status: "ok", predictions: entries(7, [7]) });
  });

  it("answers several images in upload order, in exactly the seed's shape", async () => {
    const body = form([
      ["image", 3],
      ["file", 0],
      ["image", 9],
    ]);
    expect(await (await predict("", body)).text()).toBe(
      JSON.stringify({
        status: "ok",
        predictions: [...entries(3, [3]), ...entries(0, [0]), ...entries(9, [9])],
      }),
    );
  });

  it.each([
    ["?topk=3", best(7, 3)],
    ["?topk=1", [7]],
    ["?topk=10", best(7, 10)],
    ["?threshold=0", best(7, 10)],
    ["?threshold=0.5", [7]],
    ["?threshold=5e-1", [7]],
    ["?threshold=.5", [7]],
    ["?topk=2&threshold=0", best(7, 2)],
    ["?topk=2&threshold=0.5", [7]],
    ["?threshold=1", []],
  ])("tells an image's digits best first: %s", async (query, digits) => {
    const expected = { status: "ok", predictions: entries(7, digits) };
    expect(await (await predict(query)).json()).toEqual(expected);
  });

  it("takes topk and threshold as fields of the form", async () => {
    const body = form([
      ["topk", "2"],
      ["file", 7],
      ["threshold", "0"],
    ]);
    expect(await (await predict("", body)).json()).toEqual({
      status: "ok",
      predictions: entries(7, best(7, 2)),
    });
  });

  it("tells several images apart where topk or threshold is given", async () => {
    const images: Parts = [
      ["file", 4],
      ["file", 8],
    ];
    expect(await (await predict("?topk=2", form(images))).json()).toEqual({
      status: "ok",
      predictions: [...entries(4, best(4, 2), 0), ...entries(8, best(8, 2), 1)],
    });
    expect(await (await predict("?threshold=1", form(images))).json()).toEqual({
      status: "ok",
      predictions: [],
    });
  });

  it.each([
    ...["0", "11", "-1", "2.5", "", "three", "1e1000", "0x3", "NaN", " "].map((value) => [
      "topk",
      value,
      "The parameter topk is a whole number from 1 to 10.",
    ]),
    ...["1.1", "-0.1", "", "half", "Infinity", "0,5", "."].map((value) => [
      "threshold",
      value,
      "The parameter threshold is a number from 0 to 1, such as 0.5.",
    ]),
  ])("refuses %s=%s, in the query and in the form", async (name, value, message) => {
    const inForm = form([
      [name, value],
      ["file", 7],
    ]);
    for (const response of [
      await predict(`?${name}=${encodeURIComponent(value)}`),
      await predict("", inForm),
    ]) {
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ status: "error", message });
    }
  });

  it.each(["topk", "threshold", "normalize"])("refuses a %s that is given twice", async (name) => {
    const response = await predict(
      `?${name}=1`,
      form([
        [name, "1"],
        ["file", 7],
      ]),
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      status: "error",
      message: `The parameter ${name} is given more than once. Give it once.`,
    });
  });
});
