import { once } from "node:events";
import { afterEach, describe, expect, inject, it } from "vitest";
import { head, httpFaults, predict, serverFaults } from "./httpFaults.ts";
import { expectSeven, seven } from "./known.ts";
import { answer, exchange, open } from "./wire.ts";

const url = inject("url");

afterEach(expectSeven);

describe("HTTP faults", () => {
  it.each(httpFaults)("$fault", async ({ sent, status, message, allow }) => {
    const answered = await exchange(url, ...sent);
    expect(answered.status).toBe(status);
    expect(Object.fromEntries(answered.headers)).toMatchObject({
      ...(allow ? { allow } : {}),
      "content-type": "application/json",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    });
    expect(JSON.parse(answered.body)).toEqual({
      status: "error",
      message: expect.stringMatching(message),
    });
  });

  it("HEAD of a POST route: 405 without a body", async () => {
    const { status, headers, body } = await exchange(url, head("HEAD /model/predict"));
    expect([status, headers.get("allow"), body]).toEqual([405, "POST, OPTIONS", ""]);
  });

  it("OPTIONS: 204 with the methods that a path takes", async () => {
    const { status, headers, body } = await exchange(url, head("OPTIONS /model/metadata"));
    expect([status, headers.get("allow"), body]).toEqual([204, "GET, HEAD, OPTIONS", ""]);
  });

  it.each(serverFaults)("answered by the server: $fault", async ({ sent, status, message }) => {
    const answered = await exchange(url, ...sent);
    expect(answered.status).toBe(status);
    expect(answered.body).toMatch(message);
  });
});

describe("An upload that does not end", () => {
  const stalled = () =>
    open(url, predict(`Content-Length: ${seven.length}`), seven.subarray(0, 100));

  it("holds up nobody else, and ends when its client leaves", async () => {
    const sockets = Array.from({ length: 50 }, stalled);
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    await expectSeven();
    for (const socket of sockets) socket.destroy();
    await expectSeven();
  });

  it("is read when the rest comes late", async () => {
    const socket = stalled();
    await once(socket, "connect");
    await expectSeven();
    socket.write(seven.subarray(100));
    expect((await answer(socket)).status).toBe(200);
  });

  it("is refused when the client says that no more comes", async () => {
    const socket = stalled();
    socket.end();
    const { status, body } = await answer(socket);
    expect(status).toBe(400);
    expect(body).toContain("broke off");
  });

  it("is answered after 100 Continue where the client waits for that", async () => {
    const socket = open(url, predict(`Content-Length: ${seven.length}`, "Expect: 100-continue"));
    const [first] = await once(socket, "data");
    expect(String(first)).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    socket.write(seven);
    expect((await answer(socket)).status).toBe(200);
  });
});
