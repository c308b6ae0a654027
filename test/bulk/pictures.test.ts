import { beforeEach, describe, expect, it, vi } from "vitest";
import { type BulkMessage, putMessage } from "../../worker/bulk/messages.ts";
import { FAILED } from "../../worker/bulk/objectNames.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { sample } from "../workerd/samples.ts";
import { failing } from "./failing.ts";
import { BUCKET, bindings, deliver, empty, keepingQueue, lines, put, QUEUE } from "./worker.ts";

const seven = sample("7.png");

beforeEach(empty);

describe("the bulk Worker", () => {
  it("writes a line for each picture of a batch, with its key, its etag and the digit", async () => {
    const digits = Array.from({ length: 10 }, (_, digit) => digit);
    const messages = await Promise.all(
      digits.map((digit) => put(`in/${digit}.png`, sample(`${digit}.png`))),
    );
    messages.push(await put("in/lying.jpg", sample("4-photograph-lying.jpg")));
    expect(await deliver(messages)).toEqual({ acked: [...digits, 10], retried: [] });

    const found = (await lines()).toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const { etag } = (await BUCKET.head("in/7.png")) ?? {};
    expect(found[7]).toEqual({
      key: "in/7.png",
      etag,
      predictions: [{ prediction: 7, probability: expect.closeTo(0.9969, 4) }],
    });
    expect(found.map((line) => "predictions" in line && line.predictions[0].prediction)).toEqual([
      ...digits,
      4,
    ]);
  });

  it.each([
    { what: "nothing", bytes: new Uint8Array(), status: 400 },
    { what: "a text", bytes: new TextEncoder().encode("seven"), status: 400 },
    { what: "half a picture", bytes: seven.slice(0, 100), status: 400 },
    {
      what: "too large a file",
      bytes: new Uint8Array(defaultLimits.maxBodyBytes + 1),
      status: 413,
    },
  ])("has a refusal as the result of $what, and does not try again", async ({ bytes, status }) => {
    const message = await put("in/x.png", bytes);
    expect(await deliver([message])).toEqual({ acked: [0], retried: [] });
    expect(await lines()).toEqual([
      { key: "in/x.png", etag: expect.any(String), error: { status, message: expect.any(String) } },
    ]);
  });

  it("reads what now has the key, and writes nothing of what has gone or lies elsewhere", async () => {
    const replaced = await put("in/a.png", sample("3.png"));
    const deleted = await put("in/b.png", seven);
    const elsewhere = await put("out/c.png", seven);
    await put("in/a.png", seven);
    await BUCKET.delete(["in/b.png", "out/c.png"]);
    const gone = { action: "DeleteObject", object: { key: "in/a.png" } };
    const all = [replaced, deleted, elsewhere, gone];
    expect(await deliver(all)).toEqual({ acked: [0, 1, 2, 3], retried: [] });
    const { etag } = (await BUCKET.head("in/a.png")) ?? {};
    expect(await lines()).toMatchObject([{ etag, predictions: [{ prediction: 7 }] }]);
  });

  it("tries a message again by itself where R2 fails", async () => {
    const good = await put("in/good.png", seven);
    const bad = await put("in/bad.png", seven);
    const to = { ...bindings, BUCKET: failing(BUCKET, "get", (key) => key === "in/bad.png") };
    const { acked, retried } = await deliver([good, bad], { to });
    expect({ acked, retried: retried.map(({ msgId }) => msgId) }).toEqual({
      acked: [0],
      retried: ["1"],
    });
    expect((await lines()).map(({ key }) => key)).toEqual(["in/good.png"]);
  });

  it("acknowledges nothing whose results it could not put", async () => {
    const messages = [await put("in/a.png", seven), await put("in/b.png", seven)];
    const to = { ...bindings, BUCKET: failing(BUCKET, "put", () => true) };
    const { acked, retried } = await deliver(messages, { to });
    expect({ acked, retried: retried.length }).toEqual({ acked: [], retried: 2 });
  });

  it("does not let a message of another form hold up its batch", async () => {
    const message = await put("in/7.png", seven);
    const { acked, retried } = await deliver(["poison", message, { range: 1 }, null]);
    expect({ acked, retried: retried.map(({ msgId }) => msgId) }).toEqual({
      acked: [1],
      retried: ["0", "2", "3"],
    });
  });

  it("begins no further message after a minute, but sends it anew", async () => {
    const messages = [await put("in/a.png", seven), await put("in/b.png", seven)];
    const sent: BulkMessage[] = [];
    const to = { ...bindings, QUEUE: keepingQueue(sent) };
    const start = Date.now();
    const now = vi.spyOn(Date, "now").mockReturnValueOnce(start).mockReturnValueOnce(start);
    now.mockReturnValue(start + 61_000);
    expect(await deliver(messages, { to })).toEqual({ acked: [0, 1], retried: [] });
    now.mockRestore();
    expect(sent).toEqual([messages[1]]);
    expect(await lines()).toMatchObject([{ key: "in/a.png" }]);
  });

  it("keeps what has failed for good, each by itself", async () => {
    const message = putMessage("in/7.png");
    const queue = `${QUEUE}-failed`;
    const to = { ...bindings, BUCKET: failing(BUCKET, "put", (key) => key.endsWith("1.json")) };
    const { acked, retried } = await deliver([message, "poison"], { queue, to });
    expect({ acked, retried: retried.length }).toEqual({ acked: [0], retried: 1 });
    expect(await lines(FAILED)).toEqual([{ time: expect.any(String), message }]);
  });
});
