import { readFileSync } from "node:fs";
import { expect, inject } from "vitest";

/** A digit whose answer is known. */
export const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));

/** Posts a body to /model/predict. */
export function post(body: BodyInit, headers: HeadersInit = {}): Promise<Response> {
  return fetch(`${inject("url")}/model/predict`, { method: "POST", body, headers });
}

/** Whatever was sent before, a known digit is recognised. */
export async function expectSeven(): Promise<void> {
  expect(await (await post(seven)).json()).toEqual({
    status: "ok",
    predictions: [{ prediction: 7, probability: expect.closeTo(1, 1) }],
  });
}
