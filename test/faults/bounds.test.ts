import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer } from "../bench/http/processes.ts";
import { service } from "../bench/http/targets.ts";
import { head, predict } from "./httpFaults.ts";
import { seven } from "./known.ts";
import { answer, exchange, open } from "./wire.ts";

const MEBI = 2 ** 20;

/** What V8 may happen to take more from one run to the next. */
const NOISE = 16 * MEBI;

/** Rounds that take the CPU for far longer than the hundredth of a second that it is counted in. */
const ROUNDS = 10;

const servers: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

/** A server of its own, whose memory and CPU time nothing else takes. */
async function start(settings: Record<string, string> = {}) {
  const server = await startServer(service(settings).command, (url) => fetch(`${url}/health`));
  servers.push(server);
  return server;
}

/** A request in chunks of so many bytes. */
function chunked(bytes: number, size: number): Buffer {
  const chunk = Buffer.concat([
    Buffer.from(`${size.toString(16)}\r\n`),
    Buffer.alloc(size, "A"),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([
    Buffer.from(predict("Transfer-Encoding: chunked")),
    Buffer.alloc(chunk.length * (bytes / size), chunk),
    Buffer.from("0\r\n\r\n"),
  ]);
}

function whole(bytes: number): Buffer {
  return Buffer.concat([
    Buffer.from(predict(`Content-Length: ${bytes}`)),
    Buffer.alloc(bytes, "A"),
  ]);
}

/** Requests at once. */
const AT_ONCE = 8;

/** What requests cost, AT_ONCE in each round: bytes at the peak beyond idle, and CPU seconds. */
async function cost(request: Buffer, rounds = 1): Promise<{ memory: number; cpu: number }> {
  const { url, memory, cpuSeconds, stop } = await start();
  const [idle, before] = [memory().resident, cpuSeconds() ?? 0];
  for (let round = 0; round < rounds; round++) {
    const answers = Array.from({ length: AT_ONCE }, () => exchange(url, request));
    for (const { status } of await Promise.all(answers)) expect(status).toBe(400);
  }
  const spent = { memory: memory().peak - idle, cpu: (cpuSeconds() ?? 0) - before };
  await stop();
  return spent;
}

describe.runIf(process.platform === "linux")("A body in chunks", () => {
  it("of a byte each takes at most twice the memory of a whole one", async () => {
    const bytes = 32 * 1024;
    const inBytes = await cost(chunked(bytes, 1));
    expect(inBytes.memory).toBeLessThan(2 * (await cost(whole(bytes))).memory + NOISE);
  });

  it("takes at most twice the memory of a whole one, and three times the CPU time", async () => {
    const inChunks = await cost(chunked(MEBI, 16 * 1024), ROUNDS);
    const atOnce = await cost(whole(MEBI), ROUNDS);
    expect(inChunks.memory).toBeLessThan(2 * atOnce.memory + NOISE);
    expect(inChunks.cpu).toBeLessThan(3 * atOnce.cpu);
  });
});

describe.runIf(process.platform === "linux")("A body that is announced", () => {
  it("takes memory as it comes", async () => {
    const { url, memory } = await start();
    const idle = memory().resident;
    const begun = Array.from({ length: 30 }, () =>
      open(url, predict(`Content-Length: ${4 * MEBI}`), "A"),
    );
    expect((await exchange(url, whole(1))).status).toBe(400);
    expect(memory().peak - idle).toBeLessThan(NOISE + 4 * MEBI);
    for (const socket of begun) socket.destroy();
  });
});

describe("Bodies that come all at once", () => {
  const settings = { MAX_BODY_BYTES: "200000", MAX_BYTES_IN_FLIGHT: "300000" };
  const begun = () => open(url, predict("Content-Length: 200000"), Buffer.alloc(199_000));
  let url: string;

  beforeEach(async () => {
    ({ url } = await start(settings));
  });

  it("are refused with 503 and Retry-After where they are too many", async () => {
    const first = begun();
    const refused = await Promise.race([answer(first), answer(begun())]);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(refused.headers.get("content-type")).toBe("application/json");
  });

  it("leave room once their clients have left", async () => {
    for (let round = 0; round < 10; round++) {
      const socket = begun();
      await sleep(50);
      socket.destroy();
      await sleep(50);
    }
    expect((await exchange(url, whole(200_000))).status).toBe(400);
  });

  it("leave room once they are answered", async () => {
    for (let round = 0; round < 10; round++) {
      expect((await exchange(url, whole(200_000))).status).toBe(400);
    }
  });
});

describe("A body that stalls", () => {
  const FILE = '--b\r\nContent-Disposition: form-data; name="file"; filename="7.png"\r\n\r\n';

  it.each([
    ["a short raw one", predict("Content-Length: 1000"), "A"],
    ["a long raw one", predict("Content-Length: 1000000"), "A"],
    ["one in chunks", predict("Transfer-Encoding: chunked"), "1\r\nA\r\n"],
    [
      "a multipart one",
      predict("Content-Length: 1000", "Content-Type: multipart/form-data; boundary=b"),
      FILE,
    ],
    ["JSON", head("POST /v2/models/mnist-classifier/infer", "Content-Length: 1000"), '{"inputs":'],
    ["JSON with an image", head("POST /models/mnist-classifier", "Content-Length: 1000"), "{"],
  ])("is refused past its deadline, with 408: %s", async (_, start_, begin) => {
    const { url } = await start({ MAX_BODY_SECONDS: "1" });
    const { status, headers, body } = await answer(open(url, start_, begin));
    expect(status).toBe(408);
    expect(headers.get("connection")).toBe("close");
    expect(body).toContain("within 1 s");
  });

  it("is refused although a byte comes now and then", async () => {
    const { url } = await start({ MAX_BODY_SECONDS: "1" });
    const socket = open(url, predict("Content-Length: 1000"));
    const dripping = setInterval(() => socket.write("A"), 100);
    expect((await answer(socket).finally(() => clearInterval(dripping))).status).toBe(408);
  });

  it("holds up nobody else", async () => {
    const { url } = await start({ MAX_BODY_SECONDS: "1" });
    open(url, predict("Content-Length: 1000"), "A").on("error", () => {});
    const request = [predict(`Content-Length: ${seven.length}`), seven];
    expect((await exchange(url, ...request)).status).toBe(200);
  });
});
