import { readFileSync } from "node:fs";
import { expect, inject } from "vitest";
import { expectResponseDescribed } from "../contract/described.ts";

/** A digit whose answer is known. */
export const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));

/** Posts a body to /model/predict, and holds the answer to the API's description. */
export async function post(body: BodyInit, headers: HeadersInit = {}): Promise<Response> {
  const path = "/model/predict";
  const response = await fetch(`${inject("url")}${path}`, { method: "POST", body, headers });
  await expectResponseDescribed("POST", path, response);
  return response;
}

/** Whatever was sent before, a known digit is recognised. */
export async function expectSeven(): Promise<void> {
  expect(await (await post(seven)).json()).toEqual({
    status: "ok",
    predictions: [{ prediction: 7, probability: expect.closeTo(1, 1) }],
  });
}
