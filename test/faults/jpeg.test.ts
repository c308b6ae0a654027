import { afterEach, describe, expect, it } from "vitest";
import { faults, oddities } from "../unit/image/jpeg/faults.ts";
import { expectSeven, post } from "./known.ts";

afterEach(expectSeven);

const send = (file: Uint8Array) => post(new Uint8Array(file), { "Content-Type": "image/jpeg" });

describe("JPEG faults", () => {
  it.each(faults)("%s", async (_, file, status, message) => {
    const response = await send(file);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      status: "error",
      message: expect.stringMatching(message),
    });
  });

  it("a thousand of them, one after the other", async () => {
    for (let i = 0; i < 1000; i++) {
      const [, file, status] = faults[i % faults.length];
      expect((await send(file)).status).toBe(status);
    }
  });
});

describe("JPEG oddities", () => {
  it.each(oddities)("%s", async (_, file) => {
    expect((await send(file)).status).not.toBe(400);
  });
});
