import { afterEach, describe, expect, inject, it } from "vitest";
import { expectSeven } from "./known.ts";
import { protocolFaults } from "./protocolFaults.ts";

const url = inject("url");

/** How long an answer may take, in ms: ten times what the slowest takes where nothing else runs. */
const PATIENCE = 2000;

afterEach(expectSeven);

describe("Protocol faults", () => {
  it.each(protocolFaults)("$fault", async ({ path, body, headers = {}, status, message }) => {
    const sent = { method: "POST", body: body(), headers };
    const start = performance.now();
    const response = await fetch(url + path, sent);
    const answer = await response.json();
    expect(performance.now() - start).toBeLessThan(PATIENCE);
    expect(response.status).toBe(status);
    expect(answer).toEqual({ error: expect.stringMatching(message) });
  });
});
