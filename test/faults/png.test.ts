import { afterEach, describe, expect, it } from "vitest";
import { faults } from "../unit/image/png/faults.ts";
import { expectSeven, post } from "./known.ts";

afterEach(expectSeven);

describe("PNG faults", () => {
  it.each(faults)("%s", async (_, file, status, message) => {
    const response = await post(new Uint8Array(file), { "Content-Type": "image/png" });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      status: "error",
      message: expect.stringMatching(message),
    });
  });
});
