import { describe, expect, inject, it } from "vitest";
import { expectDescribed, expectResponseDescribed } from "../contract/described.ts";
import { head } from "../faults/httpFaults.ts";
import { exchange } from "../faults/wire.ts";
import { clientRequests } from "./clientRequests.ts";
import { protocolRequests } from "./protocolRequests.ts";

describe.each([
  { path: "/model/predict", seven: { prediction: 7 } },
  { path: "/model/read", seven: { text: "7" } },
])("POST $path is answered as the table says", ({ path, seven }) => {
  it.each(clientRequests)("$client: $call", async (request) => {
    const { method = "POST", headers, body, status = 200, message } = request;
    const isChunked = headers.some((header) => /^transfer-encoding/i.test(header));
    const length = isChunked ? [] : [`Content-Length: ${body.length}`];
    const sent = head(`${method} ${path}`, ...headers, ...length);
    const answer = await exchange(inject("url"), sent, body);
    expect([answer.status, answer.body]).toEqual([status, expect.stringMatching(/^\{/)]);
    const type = answer.headers.get("content-type");
    expectDescribed(method, path, { status, type, body: answer.body });
    const answered = JSON.parse(answer.body);
    if (message) expect(answered.message).toMatch(message);
    else expect(answered.predictions).toMatchObject([seven]);
  });
});

describe("The protocols' clients are answered as the table says", () => {
  it.each(protocolRequests)("$asker: $asks", async ({ path, body, headers, status = 200 }) => {
    const method = body === undefined ? "GET" : "POST";
    const request = { method, ...(body !== undefined && { body }), ...(headers && { headers }) };
    const response = await fetch(`${inject("url")}${path}`, request);
    expect([response.status, await response.clone().text()]).toEqual([status, expect.anything()]);
    await expectResponseDescribed(method, path, response);
  });
});
