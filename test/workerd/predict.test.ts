import { describe, expect, it } from "vitest";
import { sample } from "./samples.ts";
import { form, predict } from "./service.ts";

const digits = Array.from({ length: 10 }, (_, digit) => digit);

describe("POST /model/predict", () => {
  it.each(digits)("recognises samples/%i.png", async (digit) => {
    const response = await predict(form([["file", sample(`${digit}.png`)]]));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    const answer = await response.json<{ predictions: [{ probability: number }] }>();
    const { probability } = answer.predictions[0];
    expect(answer).toEqual({ status: "ok", predictions: [{ prediction: digit, probability }] });
    expect(probability).toBeGreaterThan(0.9);
    expect(probability).toBeLessThanOrEqual(1);
  });

  it("takes MAX's part name, image", async () => {
    const response = await predict(form([["image", sample("3.png")]]));
    expect(await response.json()).toMatchObject({ predictions: [{ prediction: 3 }] });
  });

  it.each(["image/png", "application/octet-stream", "IMAGE/PNG; charset=binary", undefined])(
    "takes a raw body of type %s",
    async (type) => {
      const response = await predict(sample("7.png"), type ? { "Content-Type": type } : {});
      expect(await response.json()).toMatchObject({ predictions: [{ prediction: 7 }] });
    },
  );

  it.each(["image/jpeg", "image/png", undefined])(
    "takes a JPEG declared as %s, and stands it upright",
    async (type) => {
      const file = sample("4-photograph-lying.jpg");
      const response = await predict(file, type ? { "Content-Type": type } : {});
      expect(await response.json()).toMatchObject({ predictions: [{ prediction: 4 }] });
    },
  );

  it("takes PNG and JPEG in one form", async () => {
    const parts = ["7.png", "4-photograph-lying.jpg", "4-photograph-lying.jpg"];
    const response = await predict(form(parts.map((name) => ["file", sample(name)])));
    const { predictions } = await response.json<{ predictions: { prediction: number }[] }>();
    expect(predictions.map(({ prediction }) => prediction)).toEqual([7, 4, 4]);
  });

  it("answers several images in their order, and leaves other parts alone", async () => {
    const response = await predict(
      form([
        ["note", "hello"],
        ["file", sample("7.png")],
        ["image", sample("3.png")],
        ["file", sample("1.png")],
      ]),
    );
    const { predictions } = await response.json<{ predictions: { prediction: number }[] }>();
    expect(predictions.map(({ prediction }) => prediction)).toEqual([7, 3, 1]);
  });

  it("takes a body that comes in pieces, of a length not told before", async () => {
    const bytes = sample("5.png");
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 50) controller.enqueue(bytes.slice(at, at + 50));
        controller.close();
      },
    });
    const response = await predict(pieces, { "Content-Type": "image/png" });
    expect(await response.json()).toMatchObject({ predictions: [{ prediction: 5 }] });
  });

  it("gives the same answer for one image in any colour type", async () => {
    const [grey, rgb] = await Promise.all(
      ["7.png", "7-white-on-black-rgb.png"].map(async (name) =>
        (await predict(sample(name))).json(),
      ),
    );
    expect(rgb).toEqual(grey);
  });
});
