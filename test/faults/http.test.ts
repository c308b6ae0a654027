import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, inject, it } from "vitest";
import { defaultLimits } from "../../worker/limits.ts";
import { expectSeven, seven } from "./known.ts";
import { answer, exchange, open } from "./wire.ts";

const url = inject("url");
const { maxBodyBytes } = defaultLimits;

/** The head of a request; a body may follow. */
const head = (line: string, ...headers: string[]) =>
  `${[`${line} HTTP/1.1`, "Host: localhost", ...headers].join("\r\n")}\r\n\r\n`;
const predict = (...headers: string[]) => head("POST /model/predict", ...headers);

/** A chunk of a body whose length is not told before (RFC 9112, section 7.1). */
const chunk = (bytes: Uint8Array) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
const LAST_CHUNK = "0\r\n\r\n";

/** What is sent, and the status, a word of the message and the Allow header that come back. */
type Row = [name: string, sent: (string | Uint8Array)[], status: number, RegExp, allow?: string];

const rows: Row[] = [
  ["no body", [predict()], 400, /empty/],
  ["Content-Length: 0", [predict("Content-Length: 0")], 400, /empty/],
  [
    "a Content-Length over the limit, before any of the body",
    [predict(`Content-Length: ${maxBodyBytes + 1}`)],
    413,
    /4194304/,
  ],
  [
    "chunks over the limit, before the last of them",
    [
      predict("Transfer-Encoding: chunked"),
      ...Array(65).fill(chunk(new Uint8Array(maxBodyBytes / 64))),
    ],
    413,
    /4194304/,
  ],
  [
    "a chunk size that is none",
    [predict("Transfer-Encoding: chunked"), "zz\r\n"],
    400,
    /broke off/,
  ],
  [
    "Content-Length beside chunks",
    [predict("Content-Length: 5", "Transfer-Encoding: chunked"), LAST_CHUNK],
    400,
    /empty/,
  ],
  ["GET of a POST route", [head("GET /model/predict")], 405, /takes POST/, "POST"],
  ["PUT", [head("PUT /model/predict", "Content-Length: 0")], 405, /takes POST/, "POST"],
  ["DELETE", [head("DELETE /model/predict")], 405, /takes POST/, "POST"],
  ["OPTIONS", [head("OPTIONS /model/predict")], 405, /takes POST/, "POST"],
  ["TRACE", [head("TRACE /model/predict")], 405, /takes POST/, "POST"],
  [
    "POST of a GET route",
    [head("POST /model/metadata", "Content-Length: 0")],
    405,
    /takes GET/,
    "GET, HEAD",
  ],
  ["OPTIONS *", [head("OPTIONS *")], 404, /nothing here/],
  ["an unknown path", [head("GET /model/nothing")], 404, /nothing here/],
  ["a path in other case", [head("POST /Model/Predict", "Content-Length: 0")], 404, /nothing here/],
  ["a path with empty segments", [head("GET //model//metadata")], 404, /nothing here/],
  ["a path that climbs", [head("GET /model/../../etc/passwd")], 404, /nothing here/],
  ["a path of 8,000 characters", [head(`GET /${"a".repeat(8000)}`)], 404, /nothing here/],
  ["broken percent escapes", [head("GET /model/%zz%E0%A4%A%")], 404, /nothing here/],
  ["a NUL in the path", [head("GET /model/metadata%00")], 404, /nothing here/],
];

/** What workerd answers by itself, in plain text; of these no Worker learns. */
const byTheServer: [name: string, sent: string, status: number, RegExp][] = [
  ["a Content-Length that is no number", predict("Content-Length: abc"), 400, /content-length/],
  ["a negative Content-Length", predict("Content-Length: -5"), 400, /content-length/],
  ["two Content-Lengths", predict("Content-Length: 5", "Content-Length: 6"), 400, /content-length/],
  [
    "a Content-Length of 23 digits",
    predict(`Content-Length: ${"9".repeat(23)}`),
    400,
    /content-length/,
  ],
  ["a path of 200 kB", head(`GET /${"a".repeat(200_000)}`), 414, /too long/],
  ["an unknown method", head("BREW /model/predict"), 501, /method/],
  ["CONNECT", head("CONNECT localhost:80"), 500, /Internal/],
  ["a request line without a version", "GET /model/metadata\r\n\r\n", 400, /URI/],
  ["no HTTP", "hello\r\n\r\n", 400, /method/],
  ["a TLS handshake", "\x16\x03\x01\x02\x00", 400, /method/],
  ["a NUL in a header", head("GET /model/metadata", "X: a\0b"), 400, /header/],
  ["no Host", "GET /model/metadata HTTP/1.1\r\n\r\n", 400, /Bad Request/],
];

afterEach(expectSeven);

describe("HTTP faults", () => {
  it.each(rows)("%s", async (_, sent, status, message, allow) => {
    const { headers, body, ...rest } = await exchange(url, ...sent);
    expect(rest.status).toBe(status);
    expect(headers.get("allow")).toBe(allow);
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(JSON.parse(body)).toEqual({
      status: "error",
      message: expect.stringMatching(message),
    });
  });

  it("HEAD of a POST route: 405 without a body", async () => {
    const { status, headers, body } = await exchange(url, head("HEAD /model/predict"));
    expect([status, headers.get("allow"), body]).toEqual([405, "POST", ""]);
  });

  it.each(byTheServer)("answered by the server: %s", async (_, sent, status, body) => {
    const reply = await exchange(url, Buffer.from(sent, "latin1"));
    expect(reply.status).toBe(status);
    expect(reply.body).toMatch(body);
  });
});

describe("An upload that does not end", () => {
  const stalled = () =>
    open(url, predict(`Content-Length: ${seven.length}`), seven.subarray(0, 100));

  it("holds up nobody else, and ends when its client leaves", async () => {
    const sockets = Array.from({ length: 50 }, stalled);
    await Promise.all(
      sockets.map((socket) => new Promise((resolve) => socket.on("connect", resolve))),
    );
    await expectSeven();
    for (const socket of sockets) socket.destroy();
    await expectSeven();
  });

  it("is read when the rest comes late", async () => {
    const socket = stalled();
    await sleep(500);
    socket.write(seven.subarray(100));
    expect((await answer(socket)).status).toBe(200);
  });

  it("is refused when the client says that no more comes", async () => {
    const socket = stalled();
    socket.end();
    const { status, body } = await answer(socket);
    expect(status).toBe(400);
    expect(body).toContain("broke off after");
  });

  it("is answered after 100 Continue where the client waits for that", async () => {
    const socket = open(url, predict(`Content-Length: ${seven.length}`, "Expect: 100-continue"));
    const first = await new Promise((resolve) => socket.once("data", resolve));
    expect(String(first)).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    socket.write(seven);
    expect((await answer(socket)).status).toBe(200);
  });
});
