import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { nodeAssets } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import { classifier } from "../protocols/service.ts";

const app = createApp({ classifier, assets: await nodeAssets() });

describe("A Host", () => {
  it.each(["x", "x.example:8080", "EXA_mple.com", "127.0.0.1:5000", "[::1]", "[::1]:80", "x:"])(
    "is taken: %s",
    async (Host) => {
      expect((await app.request("/health", { headers: { Host } })).status).toBe(200);
    },
  );

  it.each(["<", "x/model/labels?", "user@x", "x y", "x#", "[::1", "", "x:99999x", "é"])(
    "is refused: %j",
    async (Host) => {
      expect((await app.request("/health", { headers: { Host } })).status).toBe(400);
    },
  );
});

describe("The base path of the API's description", () => {
  const mounted = new Hono().route("/read/digits", app);

  it.each([
    [app, "/openapi.json", "/"],
    [app, "/%6fpenapi.json", "/"],
    [app, "/open%61pi.json", "/"],
    [mounted, "/read/digits/openapi.json", "/read/digits"],
    [mounted, "/re%61d/digits/open%61pi.json", "/read/digits"],
  ])("is where the service is mounted, however the path is escaped", async (server, path, url) => {
    expect(await (await server.request(path)).json()).toMatchObject({ servers: [{ url }] });
  });
});

it("A URL over 8,192 characters is refused with 414", async () => {
  expect((await app.request(`/${"a".repeat(8100)}`)).status).toBe(404);
  const refused = await app.request(`/model/predict?${"a".repeat(8192)}`);
  expect(refused.status).toBe(414);
  expect(await refused.json()).toMatchObject({ status: "error" });
});
