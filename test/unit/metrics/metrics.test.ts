import { readFileSync } from "node:fs";
import { encode } from "fast-png";
import { describe, expect, it } from "vitest";
import { createJpegDecoder } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import type { MetricsDataset } from "../../../worker/settings/MetricsDataset.ts";
import { classifier, json, photograph, seven } from "../protocols/service.ts";
import { INFER, inputOf } from "../protocols/tensors.ts";

const decodeJpeg = await createJpegDecoder();

/** What a data point holds, by the names that the README gives to its places. */
type Point = { route: string; status: string; format: string } & Record<string, number | string>;

/** The README's table: a column of a data point and what it holds. */
const COLUMNS = [
  ...readFileSync("worker/metrics/README.md", "utf8").matchAll(/^\| `(\w+)` \| (\S+)/gm),
].map(([, column, name]) => ({ column, name }));

/** Sends a request to a service that takes figures; the data points that come of it. */
async function pointsOf(path: string, init: RequestInit = {}, options = {}): Promise<Point[]> {
  const points: Point[] = [];
  const metrics: MetricsDataset = {
    writeDataPoint({ indexes, blobs, doubles }) {
      const values: Record<string, unknown> = { index1: indexes[0] };
      for (const [i, blob] of blobs.entries()) values[`blob${i + 1}`] = blob;
      for (const [i, double] of doubles.entries()) values[`double${i + 1}`] = double;
      expect(Object.keys(values)).toEqual(COLUMNS.map(({ column }) => column));
      points.push(
        Object.fromEntries(COLUMNS.map(({ column, name }) => [name, values[column]])) as Point,
      );
    },
  };
  await createApp({ classifier, decodeJpeg, metrics, ...options }).request(path, init);
  return points;
}

/** A point with 0 where nothing else is said. */
const point = (given: Partial<Point>) => ({
  ...Object.fromEntries(
    COLUMNS.filter(({ column }) => column.startsWith("double")).map(({ name }) => [name, 0]),
  ),
  format: "",
  index: given.route,
  ...given,
});

const form = (...files: Uint8Array<ArrayBuffer>[]) => {
  const body = new FormData();
  for (const file of files) body.append("file", new File([file], "digit"));
  return { method: "POST", body };
};

describe("A request's data point", () => {
  it("has its route and status, and its pictures' number, size, format and digits", async () => {
    expect(await pointsOf("/model/predict", form(seven, seven))).toEqual([
      point({
        route: "POST /model/predict",
        status: "200",
        format: "png",
        ...{ images: 2, bytes: 2 * seven.length, pixels: 2 * 784, seven: 2 },
      }),
    ]);
    const [mixed] = await pointsOf("/model/predict", form(seven, photograph));
    expect(mixed).toMatchObject({ format: "mixed", images: 2, seven: 1, four: 1 });
  });

  it.each([
    ["/model/read", form(seven), { format: "png", seven: 1 }],
    ["/models/mnist-classifier", form(photograph), { format: "jpeg", four: 1 }],
    [INFER, json({ inputs: [inputOf(7)] }), { format: "tensor", images: 1, seven: 1 }],
    [
      "/v1/models/mnist-classifier:predict",
      json({ instances: [{ b64: Buffer.from(seven).toString("base64") }] }),
      { format: "png", seven: 1 },
    ],
  ] as const)("counts what is read at %s", async (path, init, expected) => {
    expect(await pointsOf(path, init)).toMatchObject([{ status: "200", ...expected }]);
  });

  const blank = encode({ width: 40, height: 40, data: new Uint8Array(1600), channels: 1 });
  it.each([
    { name: "refused400", init: form(Buffer.from("text")) },
    { name: "refused413", init: form(seven), options: { limits: { maxSide: 20 } } },
    {
      name: "refused415",
      init: { method: "POST", body: "text", headers: { "Content-Type": "text/plain" } },
    },
    { name: "refused422", init: form(new Uint8Array(blank)) },
  ])("counts $name", async ({ name, init, options = {} }) => {
    const [found] = await pointsOf("/model/predict", init, options);
    const refusals = ["refused400", "refused413", "refused415", "refused422"];
    expect(refusals.map((refusal) => found[refusal])).toEqual(
      refusals.map((refusal) => Number(refusal === name)),
    );
    expect(`refused${found.status}`).toBe(name);
  });

  it("has no path that a client made up, and nothing of who it is", async () => {
    const headers = { "CF-Connecting-IP": "203.0.113.7" };
    const points = await pointsOf("/people/anna?token=secret", { headers });
    expect(points).toEqual([point({ route: "GET /*", status: "404" })]);
  });
});

it("An option that is not a dataset is refused", () => {
  const metrics = {} as MetricsDataset;
  expect(() => createApp({ classifier, metrics })).toThrow(
    "metrics is {}. It must be an Analytics",
  );
});
