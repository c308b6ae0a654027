import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, startServer } from "./server.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const printed = /```json\n(.*)\n```/.exec(readme)?.[1];
const seven = new Blob([readFileSync(new URL("../../samples/7.png", import.meta.url))]);

/** npm's own two, one for each step of the build, the address and what to do with it. */
const MAX_LINES = 12;

describe.each([
  {
    name: "npm start, which is wrangler dev",
    command: ["start"],
    last: "  curl -F file=@samples/7.png http://localhost:PORT/model/predict",
  },
  {
    name: "npm run serve, which is workerd",
    command: ["run", "serve"],
    last: "Starting workerd on http://127.0.0.1:PORT; where that port is taken, name another: --port",
  },
])("$name", ({ command, last }) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(...command);
  });
  afterAll(() => server?.stop());

  it(`builds once, and says in at most ${MAX_LINES} lines where it serves`, async () => {
    const lines = () => server.output().split("\n").filter(Boolean);
    const expected = last.replace("PORT", new URL(server.url).port);
    await expect.poll(lines).toContain(expected);
    const start = lines().slice(0, lines().indexOf(expected) + 1);
    expect(start.filter((line) => /kernels: .*(up to date|compiled)/.test(line))).toHaveLength(1);
    expect(start.length, start.join("\n")).toBeLessThanOrEqual(MAX_LINES);
  });

  it("answers the README's request", async () => {
    const body = new FormData();
    body.append("file", seven, "7.png");
    const response = await fetch(`${server.url}/model/predict`, { method: "POST", body });
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.text()).toBe(printed);
  });

  it("answers on both of localhost's addresses", async (context) => {
    const url = new URL("/health", server.url);
    for (const hostname of ["127.0.0.1", "[::1]"]) {
      if (hostname === "[::1]" && !hasIPv6()) context.skip("This system has no ::1.");
      url.hostname = hostname;
      // `npm start` says that it is ready, and listens on the second then.
      const answer = () => fetch(url).then((response) => response.json());
      await expect.poll(answer).toEqual({ status: "ok" });
    }
  });

  it("answers a request for what is not there as the Worker does", async () => {
    const response = await fetch(`${server.url}/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: "error" });
  });
});

it("npm run serve stops at an invalid setting, and says which", () => {
  const { status, stderr } = spawnSync("npm", ["run", "serve", "--", "--port", "0"], {
    encoding: "utf8",
    env: { ...process.env, MAX_PIXELS: "12x" },
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('MAX_PIXELS is "12x". It must be a whole number, 1 or more.');
});

it("npm start refuses a port that is not valid, and says what one is", () => {
  const { status, stderr } = startOn("abc");
  expect(status).toBe(1);
  expect(stderr).toContain('a port is a number up to 65535, not "abc"');
});

it("npm start refuses a port that is taken, and says which", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { status, stderr } = startOn(String(port));
  other.close();
  expect(status).toBe(1);
  expect(stderr).toContain(`Address already in use (localhost:${port})`);
});

function hasIPv6(): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ address }) => address === "::1"),
  );
}

/** Runs `npm start` where it ends by itself. */
function startOn(port: string) {
  return spawnSync("npm", ["start", "--", "--port", port], { encoding: "utf8" });
}
