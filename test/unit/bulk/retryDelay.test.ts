import { expect, it } from "vitest";
import { retryDelay } from "../../../worker/bulk/retryDelay.ts";

it("a message waits twice as long each time, an hour at most", () => {
  expect([1, 2, 3, 8, 9, 100].map((attempts) => retryDelay(attempts, 10))).toEqual([
    10, 20, 40, 1280, 2560, 3600,
  ]);
});
