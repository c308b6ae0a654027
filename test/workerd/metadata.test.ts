import { expect, it } from "vitest";
import { request } from "./service.ts";

it("GET /model/metadata answers MAX's six fields", async () => {
  const response = await request("/model/metadata");
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual({
    id: "mnist-classifier",
    name: expect.stringMatching(/./),
    description: expect.stringMatching(/28/),
    type: "Digit recognition",
    source: expect.stringContaining("weights/train.py"),
    license: "Apache-2.0",
  });
});
