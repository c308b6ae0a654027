import { readFileSync } from "node:fs";
import { encode } from "fast-png";
import { describe, expect, it } from "vitest";
import { drawNumber, NUMBER } from "../../../samples/number.ts";
import { createApp } from "../../../worker/app.ts";
import type { ReadAnswer } from "../../../worker/protocols/max/maxSchemas.ts";
import { blank } from "../writing/drawings.ts";
import { app, classifier, sample, seven } from "./service.ts";

const number = new Uint8Array(
  readFileSync(new URL("../../../samples/90210_42-two-lines.png", import.meta.url)),
);

/** By how many pixels a box may cut off an edge that fades. */
const SLACK = 2;

function read(query: string, body: BodyInit = number) {
  return app.request(`/model/read${query}`, { method: "POST", body });
}

async function predictionsOf(response: Response): Promise<ReadAnswer["predictions"]> {
  expect(response.status).toBe(200);
  return ((await response.json()) as ReadAnswer).predictions;
}

/** Files and fields as the parts of a form. */
function form(...parts: [name: string, value: Uint8Array<ArrayBuffer> | string][]): FormData {
  const body = new FormData();
  for (const [name, value] of parts) {
    body.append(name, typeof value === "string" ? value : new Blob([value]));
  }
  return body;
}

describe("POST /model/read", () => {
  it("answers the lines of digits, with these fields and no others", async () => {
    const response = await read("");
    const answer = (await response.clone().json()) as ReadAnswer;
    const digit = {
      prediction: expect.any(Number),
      probability: expect.any(Number),
      detection_box: [0, 1, 2, 3].map(() => expect.any(Number)),
    };
    expect(answer).toEqual({
      status: "ok",
      predictions: [
        {
          text: NUMBER.join("\n"),
          probability: expect.any(Number),
          lines: NUMBER.map((text) => ({ text, digits: Array.from(text, () => digit) })),
        },
      ],
    });
    expect(await response.text()).toMatch(
      /^\{"status":"ok","predictions":\[\{"text":"\d+\\n\d+","probability":[\d.]+,"lines":\[\{"text":"\d+","digits":\[\{"prediction":\d,"probability":[\d.]+,"detection_box":\[/,
    );
  });

  it("tells the probability that all digits are right", async () => {
    const [{ probability, lines }] = await predictionsOf(await read(""));
    const product = lines
      .flatMap(({ digits }) => digits)
      .reduce((product, { probability }) => product * probability, 1);
    expect(probability).toBeCloseTo(product, 10);
  });

  it("puts a box around the ink of each digit", async () => {
    const { width, height, ink } = drawNumber();
    const [{ lines }] = await predictionsOf(await read(""));
    const boxes = lines.flatMap(({ digits }) => digits.map((digit) => digit.detection_box));
    expect(boxes).toHaveLength(7);
    const outside = Array.from(ink.keys()).filter((i) => {
      const [y, x] = [Math.floor(i / width) + 0.5, (i % width) + 0.5];
      const around = boxes.filter(
        ([ymin, xmin, ymax, xmax]) =>
          y > ymin * height - SLACK &&
          y < ymax * height + SLACK &&
          x > xmin * width - SLACK &&
          x < xmax * width + SLACK,
      );
      return ink[i] > 0.5 && around.length !== 1;
    });
    expect(outside).toEqual([]);
  });

  it("answers several images in upload order", async () => {
    const body = form(["file", seven], ["image", number], ["file", sample(3)]);
    const predictions = await predictionsOf(await read("", body));
    expect(predictions.map(({ text }) => text)).toEqual(["7", "90210\n42", "3"]);
  });

  it.each(["query", "form"])(
    "leaves out digits below threshold, given in the %s",
    async (where) => {
      const [all] = await predictionsOf(await read("?threshold=0"));
      const digits = all.lines.flatMap((line) => line.digits);
      const threshold = digits.map(({ probability }) => probability).toSorted((a, b) => a - b)[3];
      const response =
        where === "query"
          ? await read(`?threshold=${threshold}`)
          : await read("", form(["threshold", `${threshold}`], ["file", number]));
      const [some] = await predictionsOf(response);
      const expected = all.lines
        .map((line) => line.digits.filter(({ probability }) => probability >= threshold))
        .filter((line) => line.length > 0);
      expect(some.lines.map((line) => line.digits)).toEqual(expected);
      const texts = expected.map((line) => line.map(({ prediction }) => prediction).join(""));
      expect(some.lines.map(({ text }) => text)).toEqual(texts);
      expect(some.text).toBe(texts.join("\n"));
    },
  );

  it("answers an empty text where every digit is below threshold", async () => {
    expect(await predictionsOf(await read("?threshold=1", seven))).toEqual([
      { text: "", probability: 1, lines: [] },
    ]);
  });

  it("refuses a picture in which no digit can be made out, and says which", async () => {
    const empty = new Uint8Array(
      encode({ width: 64, height: 64, data: blank(64, 64).grey, channels: 1 }),
    );
    const alone = await read("", empty);
    expect([alone.status, await alone.json()]).toEqual([
      422,
      { status: "error", message: expect.stringMatching(/no digit/i) },
    ]);
    const second = await read("", form(["file", seven], ["file", empty]));
    expect([second.status, await second.json()]).toEqual([
      422,
      { status: "error", message: expect.stringMatching(/^Image 2 of 2: .*no digit/i) },
    ]);
  });

  it.each(["1.1", "-0.1", "", "half", "0,5"])("refuses threshold=%s", async (value) => {
    for (const response of [
      await read(`?threshold=${value}`),
      await read("", form(["threshold", value], ["file", number])),
    ]) {
      expect([response.status, await response.json()]).toEqual([
        400,
        {
          status: "error",
          message: "The parameter threshold is a number from 0 to 1, such as 0.5.",
        },
      ]);
    }
  });

  it("refuses a threshold that is given twice", async () => {
    const response = await read("?threshold=0.5", form(["threshold", "0.5"], ["file", number]));
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        status: "error",
        message: "The parameter threshold is given more than once. Give it once.",
      },
    ]);
  });

  it.each([
    { limits: { maxBodyBytes: number.length - 1 }, status: 413 },
    { limits: { maxPixels: 480 * 280 - 1 }, status: 413 },
    { limits: { maxSide: 479 }, status: 413 },
    { limits: { maxDigits: 6 }, status: 413 },
    {
      limits: {
        ...{ maxBodyBytes: number.length, maxPixels: 480 * 280, maxSide: 480, maxDigits: 7 },
      },
      status: 200,
    },
  ])("keeps to the limits that it is given: $limits", async ({ limits, status }) => {
    const limited = createApp({ classifier, limits });
    const response = await limited.request("/model/read", { method: "POST", body: number });
    expect(response.status).toBe(status);
  });
});
