import { describe, expect, inject, it } from "vitest";
import { expectDescribed } from "../contract/described.ts";
import { head } from "../faults/httpFaults.ts";
import { exchange } from "../faults/wire.ts";
import { clientRequests } from "./clientRequests.ts";

describe("POST /model/predict is answered as the table says", () => {
  it.each(clientRequests)("$client: $call", async (request) => {
    const { method = "POST", headers, body, status = 200, message } = request;
    const isChunked = headers.some((header) => /^transfer-encoding/i.test(header));
    const length = isChunked ? [] : [`Content-Length: ${body.length}`];
    const sent = head(`${method} /model/predict`, ...headers, ...length);
    const answer = await exchange(inject("url"), sent, body);
    expect([answer.status, answer.body]).toEqual([status, expect.stringMatching(/^\{/)]);
    const type = answer.headers.get("content-type");
    expectDescribed(method, "/model/predict", { status, type, body: answer.body });
    const answered = JSON.parse(answer.body);
    if (message) expect(answered.message).toMatch(message);
    else expect(answered.predictions).toMatchObject([{ prediction: 7 }]);
  });
});
