import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { workerdBinary } from "../../worker/commands/serve/workerd.ts";
import { connectTo, stalledUpload } from "./connections.ts";
import { descriptorsOf, isRunning, memoryOf, parentOf, workerdIn } from "./processes.ts";
import { type Server, startProgram, startServer } from "./server.ts";

/** How many connections are left idle, and a soft limit of descriptors that is too low for them. */
const IDLE = 400;
const SOFT_LIMIT = 256;

/** Within which a server that was told to stop has ended, in ms: Docker kills one that has not. */
const END = 10_000;

/** What large requests may have workerd grow to, in bytes: 310 MB, and 790 without a limit. */
const MOST_MEMORY = 450e6;

/** Tensors of 3.9 MB: so many clients, and requests of each. */
const CLIENTS = 8;
const ROUNDS = 15;
const IMAGES = 1024;

const start = (port: string) => [
  "worker/container/start.pl",
  `127.0.0.1:${port}`,
  ...[workerdBinary(), "serve", "dist/workerd.capnp"],
];

describe.skipIf(process.platform !== "linux")("A server of one's own, on Linux", () => {
  let server: Server | undefined;
  beforeAll(() => {
    expect(spawnSync("npm", ["run", "--silent", "bundle"])).toMatchObject({ status: 0 });
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  it("holds more idle connections than the soft limit of descriptors allows", async () => {
    const limited = ["sh", "-c", `ulimit -Sn ${SOFT_LIMIT} && exec "$@"`, "sh"];
    server = await startProgram((port) => [...limited, ...start(port)]);
    expect(server.output()).toMatch(/^File descriptors: \d+ at most/);
    const { url, group } = server;
    const idle = await Promise.all(Array.from({ length: IDLE }, () => connectTo(url)));
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(descriptorsOf(workerdIn(group))).toBeGreaterThan(IDLE);
    for (const socket of idle) socket.destroy();
  });

  it("ends in time at SIGTERM, with an upload that has stalled, and refuses connections meanwhile", async () => {
    server = await startProgram(start);
    const { url, group } = server;
    const pid = workerdIn(group);
    const upload = await stalledUpload(url);
    await sleep(500); // until workerd has begun to read it
    process.kill(parentOf(pid), "SIGTERM");
    const told = Date.now();
    await sleep(200);
    expect(isRunning(pid), "it waits for the upload").toBe(true);
    for (let connection = 0; connection < 10; connection++) {
      const signal = AbortSignal.timeout(END);
      const error: unknown = await fetch(url, { signal }).catch((error) => error.cause);
      expect(error).toMatchObject({ code: expect.stringMatching(/ECONNRE(FUSED|SET)/) });
    }
    expect(isRunning(pid), "it still does").toBe(true);
    await ended(pid, END - (Date.now() - told));
    upload.destroy();
  });

  it.each([
    { name: "start.pl", generations: 1 },
    { name: "the command that npm runs in a shell", generations: 2 },
    { name: "npm", generations: 4 },
  ])("ends after a kill -9 of $name", async ({ generations }) => {
    server = await startServer("run", "serve");
    const pid = workerdIn(server.group);
    let starter = pid;
    for (let up = 0; up < generations; up++) starter = parentOf(starter);
    process.kill(starter, "SIGKILL");
    await ended(pid, END);
  });

  it("keeps its heap small when several clients send it large tensors", async () => {
    server = await startProgram(start);
    const { url, group } = server;
    const data = Array.from({ length: IMAGES * 784 }, (_, i) => (((i * 7) % 89) - 44) / 100);
    const shape = [IMAGES, 1, 28, 28];
    const body = JSON.stringify({ inputs: [{ name: "input", datatype: "FP32", shape, data }] });
    const client = async () => {
      for (let answered = 0; answered < ROUNDS; ) {
        const response = await fetch(`${url}/v2/models/mnist-classifier/infer`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body,
        }).catch(() => null);
        await response?.arrayBuffer();
        // Where the others' bodies leave no room, it says so at once, while this one is being sent.
        if (!response || response.status === 503) continue;
        expect(response.status).toBe(200);
        answered++;
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    expect(memoryOf(workerdIn(group), "VmHWM")).toBeLessThan(MOST_MEMORY);
  });
});

/** Waits until a process has ended, in ms at most. */
async function ended(pid: number, within: number): Promise<void> {
  await expect.poll(() => isRunning(pid), { timeout: within, interval: 50 }).toBe(false);
}
