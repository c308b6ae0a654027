import { expect, it } from "vitest";
import { sample } from "./samples.ts";
import { form, request } from "./service.ts";

it("POST /model/read answers every digit of each image, PNG and JPEG", async () => {
  const names = ["90210_42-two-lines.png", "4-photograph-lying.jpg", "7.png"];
  const body = form(names.map((name) => ["file", sample(name)]));
  const response = await request("/model/read", { method: "POST", body });
  expect(await response.json()).toMatchObject({
    status: "ok",
    predictions: [{ text: "90210\n42" }, { text: "4" }, { text: "7" }],
  });
});
