import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, startServer } from "./server.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const printed = /```json\n(.*)\n```/.exec(readme)?.[1];
const seven = new Blob([readFileSync(new URL("../../samples/7.png", import.meta.url))]);

describe.each([
  { name: "npm start, which is wrangler dev", command: ["start"] },
  { name: "npm run serve, which is workerd", command: ["run", "serve"] },
])("$name", ({ command }) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(...command);
  });
  afterAll(() => server.stop());

  it("answers the README's request", async () => {
    const body = new FormData();
    body.append("file", seven, "7.png");
    const response = await fetch(`${server.url}/model/predict`, { method: "POST", body });
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.text()).toBe(printed);
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
