import { packTar } from "modern-tar";
import { beforeEach, describe, expect, it } from "vitest";
import type { BulkMessage } from "../../worker/bulk/messages.ts";
import { OUT_PACKS, PACKS } from "../../worker/bulk/objectNames.ts";
import { idxOf } from "../unit/packs/idx.ts";
import { zipOf } from "../unit/packs/zip.ts";
import { sample } from "../workerd/samples.ts";
import { failing } from "./failing.ts";
import { BUCKET, bindings, deliver, empty, keepingQueue, lines, put } from "./worker.ts";

const COUNT = 600;
const digits = Array.from({ length: COUNT }, (_, i) => i % 10);
const files = digits.map((digit, i) => ({ name: `${i}.png`, bytes: sample(`${digit}.png`) }));
const names = files.map(({ name }) => name);
const tar = await packTar(
  files.map(({ name, bytes }) => ({ header: { name, size: bytes.length }, body: bytes })),
);
const zip = zipOf(files);

beforeEach(empty);

/** Puts a pack into the bucket and delivers its message; the messages of its ranges. */
async function split(bytes: Uint8Array, key = "in/pack"): Promise<BulkMessage[]> {
  const message = await put(key, bytes);
  const ranges: BulkMessage[] = [];
  const to = { ...bindings, QUEUE: keepingQueue(ranges) };
  expect(await deliver([message], { to })).toEqual({ acked: [0], retried: [] });
  return ranges;
}

const manifest = async () => (await lines(PACKS)).at(0);

describe("a pack in the bucket", () => {
  it.each([
    { pack: "tar", bytes: tar },
    { pack: "zip", bytes: zip },
  ])(
    "is read range by range from a $pack, in any order and more than once, and joined in its own",
    async ({ bytes }) => {
      const ranges = await split(bytes);
      expect(ranges).toHaveLength(3);
      for (const range of [ranges[2], ranges[0], ranges[2]]) await deliver([range]);
      expect(await lines(OUT_PACKS)).toEqual([]);
      expect(await deliver([ranges[1], ranges[0]])).toEqual({ acked: [0, 1], retried: [] });

      const found = await lines();
      expect(found.map(({ name }) => name)).toEqual(names);
      expect(found.map((line) => "predictions" in line && line.predictions[0].prediction)).toEqual(
        digits,
      );
      const { objects } = await BUCKET.list({ prefix: PACKS });
      expect(objects.map(({ key }) => key)).toEqual([expect.stringMatching(/manifest\.json$/)]);
      expect(await manifest()).toMatchObject({ pictures: COUNT, ranges: 3, done: true });
    },
  );

  it("is done once, however late its messages come again", async () => {
    const message = await put("in/pack", tar);
    const ranges = await split(tar);
    await deliver(ranges);
    expect(await deliver([...ranges, message])).toEqual({ acked: [0, 1, 2, 3], retried: [] });
    expect(await lines()).toHaveLength(COUNT);
  });

  it("leaves nothing but its results and manifest, though R2 fails when the rest is deleted", async () => {
    const ranges = await split(tar);
    const to = { ...bindings, BUCKET: failing(BUCKET, "delete", () => true) };
    expect((await deliver(ranges, { to })).acked).toEqual([]);
    await deliver(ranges);
    const { objects } = await BUCKET.list({ prefix: PACKS });
    expect(objects.map(({ key }) => key)).toEqual([expect.stringMatching(/manifest\.json$/)]);
    expect(await lines()).toHaveLength(COUNT);
  });

  it("sends only those ranges anew that are not done", async () => {
    const ranges = await split(tar);
    await deliver([ranges[1]]);
    expect(await split(tar)).toEqual([ranges[0], ranges[2]]);
  });

  it("is joined where all its ranges are done and the message that should have joined it is lost", async () => {
    const ranges = await split(tar);
    const to = { ...bindings, BUCKET: failing(BUCKET, "put", (key) => key.startsWith("out")) };
    expect((await deliver(ranges, { to })).acked).toEqual([]);
    expect(await split(tar)).toEqual([]);
    expect((await lines()).map(({ name }) => name)).toEqual(names);
    expect(await manifest()).toMatchObject({ done: true });
  });

  it("may be an IDX file, whose images go to the network as they are", async () => {
    const grey = new Uint8Array(28 * 28);
    for (let row = 6; row < 22; row++) grey.fill(255, row * 28 + 13, row * 28 + 15);
    await deliver(await split(idxOf(2, [28, 28], Buffer.concat([grey, grey]))));
    expect(await lines()).toMatchObject([
      { name: "0", predictions: [{ prediction: 1 }] },
      { name: "1", predictions: [{ prediction: 1 }] },
    ]);
  });

  it("without a picture has no results, and is done", async () => {
    await deliver(await split(zipOf([])));
    expect(await lines()).toEqual([]);
    expect(await manifest()).toMatchObject({ pictures: 0, done: true });
  });

  it.each([
    { what: "cut", bytes: tar.slice(0, 100_000), status: 400 },
    { what: "with too many files", bytes: idxOf(100_001, [1, 1], new Uint8Array()), status: 413 },
  ])("that is $what has one result, a refusal, and leaves nothing", async ({ bytes, status }) => {
    expect(await split(bytes)).toEqual([]);
    expect(await lines()).toMatchObject([{ key: "in/pack", error: { status } }]);
    expect((await BUCKET.list({ prefix: PACKS })).objects).toEqual([]);
  });

  it("has a refusal for each file that is not a picture, and for a bomb", async () => {
    const bomb = { name: "bomb.png", bytes: Buffer.alloc(50_000_000) };
    const text = { name: "README", bytes: Buffer.from("text") };
    await deliver(await split(zipOf([files[7], bomb, text])));
    expect(await lines()).toMatchObject([
      { name: "7.png", predictions: [{ prediction: 7 }] },
      { name: "bomb.png", error: { status: 413 } },
      { name: "README", error: { status: 400 } },
    ]);
  });

  it("comes again where R2 fails at it, at a range or at its end", async () => {
    const message = await put("in/pack", tar);
    for (const fails of [/in\/pack$/, /manifest/]) {
      const to = { ...bindings, BUCKET: failing(BUCKET, "get", (key) => fails.test(key)) };
      expect((await deliver([message], { to })).retried).toHaveLength(1);
    }
    const ranges = await split(tar);
    for (const [method, fails] of [
      ["get", /pictures/],
      ["put", /results/],
      ["put", /^out/],
    ] as const) {
      const to = { ...bindings, BUCKET: failing(BUCKET, method, (key) => fails.test(key)) };
      expect((await deliver(ranges, { to })).acked).toEqual([]);
    }
    expect((await deliver(ranges)).acked).toEqual([0, 1, 2]);
    expect((await lines()).map(({ name }) => name)).toEqual(names);
  });
});
