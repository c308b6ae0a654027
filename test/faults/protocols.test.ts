import { afterEach, describe, expect, inject, it } from "vitest";
import { expectSeven } from "./known.ts";
import { protocolFaults } from "./protocolFaults.ts";

const url = inject("url");

afterEach(expectSeven);

describe("Protocol faults", () => {
  it.each(protocolFaults)("$fault", async ({ path, body, headers = {}, status, message }) => {
    const response = await fetch(url + path, { method: "POST", body: body(), headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.stringMatching(message) });
  });
});
