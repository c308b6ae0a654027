import { afterEach, describe, expect, it } from "vitest";
import { expectSeven, postTo } from "./known.ts";
import { readFaults } from "./readFaults.ts";

afterEach(expectSeven);

describe("Faults of POST /model/read", () => {
  it.each(readFaults)("$fault", async ({ query, body, status, message }) => {
    const response = await postTo(`/model/read${query}`)(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      status: "error",
      message: expect.stringMatching(message),
    });
  });
});
