import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connectTo, stalledUpload } from "./connections.ts";
import { descriptorsOf, workerdIn } from "./processes.ts";
import { freePort, type Server, startServer } from "./server.ts";

const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));
const config = new URL("../../worker/container/nginx.conf", import.meta.url);

const hasNginx = spawnSync("nginx", ["-v"]).status === 0;
if (!hasNginx && process.env.CI) throw new Error("CI needs nginx");

/** Connections that send nothing, and uploads that stall: more of the latter than an address may have. */
const IDLE = 2000;
const STALLED = 60;
const MOST_OF_ONE_ADDRESS = 50;

/** What workerd itself has open with all that in front of it: its own files, and nginx's connections. */
const MOST_DESCRIPTORS = 120;

/** Another address of this machine, which Linux has without being told. */
const OTHER_ADDRESS = "127.0.0.2";

describe.skipIf(!hasNginx || process.platform !== "linux")(
  "nginx in front, on Linux with nginx",
  () => {
    let server: Server;
    let nginx: ChildProcess;
    let url: string;
    const folder = mkdtempSync(join(tmpdir(), "nginx-"));
    const sockets: Socket[] = [];

    beforeAll(async () => {
      server = await startServer("run", "serve");
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      const path = join(folder, "nginx.conf");
      writeFileSync(path, adapted(String(port), new URL(server.url).host));
      nginx = spawn("nginx", ["-c", path, "-g", "daemon off;", "-e", "stderr"], {
        stdio: "inherit",
      });
      await vi.waitFor(() => predict("127.0.0.1"), { timeout: 10_000 });
    });
    afterAll(async () => {
      for (const socket of sockets) socket.destroy();
      nginx?.kill("SIGTERM");
      if (nginx?.exitCode === null) await once(nginx, "exit");
      await server?.stop();
      rmSync(folder, { recursive: true });
    });

    /** The project's own file, on these ports and without root's folders. */
    function adapted(port: string, service: string): string {
      const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map((name) => `${name}_temp_path ${join(folder, name)};`)
        .join("\n");
      return [
        ["listen 80;", `listen ${port};`],
        ["server 127.0.0.1:5000;", `server ${service};`],
        ["pid /run/nginx.pid;", `pid ${join(folder, "nginx.pid")};`],
        ["http {", `http {\n${folders}`],
      ].reduce(
        (text, [from, to]) => {
          expect(text).toContain(from);
          return text.replace(from, to);
        },
        readFileSync(config, "utf8"),
      );
    }

    /** Sends a digit from an address, and returns the status. */
    async function predict(localAddress: string): Promise<number | undefined> {
      const sent = request(`${url}/model/predict`, { method: "POST", localAddress, agent: false });
      sent.end(seven);
      const [response] = await once(sent, "response");
      response.resume();
      return response.statusCode;
    }

    it(`holds ${IDLE} idle connections and ${STALLED} stalled uploads off the service`, async () => {
      for (let i = 0; i < IDLE; i++) sockets.push(await connectTo(url));
      const uploads = [];
      for (let i = 0; i < STALLED; i++) uploads.push(await stalledUpload(url));
      sockets.push(...uploads);
      await sleep(500); // until nginx has read what they have sent

      expect(await predict(OTHER_ADDRESS)).toBe(200);
      expect(descriptorsOf(workerdIn(server.group))).toBeLessThan(MOST_DESCRIPTORS);
      const refused = uploads.filter(({ bytesRead }) => bytesRead > 0);
      expect(refused).toHaveLength(STALLED - MOST_OF_ONE_ADDRESS);
      expect(await predict("127.0.0.1"), "too many connections of one address").toBe(429);
    });

    it("ends stalled uploads, after which the address is served again", async () => {
      await expect.poll(() => predict("127.0.0.1"), { timeout: 30_000, interval: 1000 }).toBe(200);
    });

    it("refuses a body over MAX_BODY_BYTES", async () => {
      const body = Buffer.alloc(6 * 2 ** 20 + 1);
      expect((await fetch(`${url}/model/predict`, { method: "POST", body })).status).toBe(413);
    });
  },
);
