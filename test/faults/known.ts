import { readFileSync } from "node:fs";
import { expect, inject } from "vitest";
import { expectResponseDescribed } from "../contract/described.ts";

/** A digit whose answer is known. */
export const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));

/** Posts a body, and holds the answer to the API's description. */
export type Post = (body: BodyInit, headers?: HeadersInit) => Promise<Response>;

/** Posts to a route. */
export function postTo(path: string): Post {
  return async (body, headers = {}) => {
    const response = await fetch(`${inject("url")}${path}`, { method: "POST", body, headers });
    await expectResponseDescribed("POST", path, response);
    return response;
  };
}

export const post = postTo("/model/predict");

/** Whatever was sent before, a known digit is recognised. */
export async function expectSeven(): Promise<void> {
  expect(await (await post(seven)).json()).toEqual({
    status: "ok",
    predictions: [{ prediction: 7, probability: expect.closeTo(1, 1) }],
  });
}
