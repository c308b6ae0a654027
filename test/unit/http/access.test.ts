import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import { type Access, checkAccess } from "../../../worker/settings/access.ts";
import { readSettings } from "../../../worker/settings/readSettings.ts";

const classifier = await createClassifier();

function get(access: Access, headers: Record<string, string> = {}, path = "/model/metadata") {
  return createApp({ classifier, access }).request(path, { headers });
}

describe("checkAccess", () => {
  const rateLimiter = { limit: async () => ({ success: true }) };

  it("takes what vars may hold", () => {
    for (const access of [
      {},
      { token: undefined, rateLimiter: undefined, corsOrigins: undefined },
      { token: "t0k.en=", rateLimiter, corsOrigins: "*" as const },
      { corsOrigins: ["https://a.example", "http://localhost:3000"] },
    ]) {
      expect(checkAccess(access)).toBe(access);
    }
  });

  it.each([
    [{ token: "" }, "access.token"],
    [{ token: "with a space" }, "access.token"],
    [{ token: null }, "access.token"],
    [{ rateLimiter: {} }, "access.rateLimiter"],
    [{ clientKey: "X-Real-IP" }, "access.clientKey"],
    [{ corsOrigins: [] }, "access.corsOrigins"],
    [{ corsOrigins: ["https://a.example/"] }, "access.corsOrigins"],
    [{ corsOrigins: ["*"] }, "access.corsOrigins"],
    [{ origins: "*" }, "Unknown access option origins"],
    [{ Token: "x" }, "Unknown access option Token"],
  ])("refuses %j, and so does createApp", (access, message) => {
    expect(() => checkAccess(access as Access)).toThrow(message);
    expect(() => createApp({ classifier, access: access as Access })).toThrow(message);
  });

  it("repeats no token", () => {
    expect(() => checkAccess({ token: "a secret" })).toThrow(/^(?!.*a secret)/);
  });
});

describe("a token", () => {
  const access = { token: "t0k.en" };

  it("lets in who has it", async () => {
    expect((await get(access, { Authorization: "Bearer t0k.en" })).status).toBe(200);
    expect((await get(access, { authorization: "bearer t0k.en" })).status).toBe(200);
  });

  it.each([
    undefined,
    "Bearer t0k.e",
    "Bearer t0k.en2",
    "Bearer",
    "t0k.en",
    "Basic dDBrLmVu",
    "Bearer a b",
  ])("keeps out: %s", async (authorization) => {
    const response = await get(access, authorization ? { Authorization: authorization } : {});
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer /);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.json()).toEqual({
      status: "error",
      message: expect.stringContaining("Authorization: Bearer"),
    });
  });

  it("keeps secret which paths there are", async () => {
    expect((await get(access, {}, "/nothing")).status).toBe(401);
  });

  it("is not asked for at the health route", async () => {
    const response = await get(access, {}, "/health");
    expect(await response.json()).toEqual({ status: "ok" });
  });
});

describe("a rate limiter", () => {
  it("turns away the clients that ask too often, each by its own count", async () => {
    const counts = new Map<string, number>();
    const limit = async ({ key }: { key: string }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { success: Number(counts.get(key)) <= 2 };
    };
    const clientKey = (request: Request) => request.headers.get("X-Real-IP");
    const ask = (address: string) =>
      get({ rateLimiter: { limit }, clientKey }, { "X-Real-IP": address });
    expect([await ask("::1"), await ask("::1")].map(({ status }) => status)).toEqual([200, 200]);
    const refused = await ask("::1");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(await refused.json()).toMatchObject({ status: "error" });
    expect((await ask("1::2")).status).toBe(200);
  });
});

describe("The client that a rate limiter counts", () => {
  /** The key of a request with these headers, and with `cf` where it comes through Cloudflare. */
  async function keyOf(access: Access, headers: Record<string, string>, isCloudflare = false) {
    const keys: string[] = [];
    const limit = async ({ key }: { key: string }) => {
      keys.push(key);
      return { success: true };
    };
    const request = new Request("http://localhost/model/labels", { headers });
    if (isCloudflare) Object.assign(request, { cf: { colo: "FRA" } });
    await createApp({ classifier, access: { ...access, rateLimiter: { limit } } }).fetch(request);
    return keys;
  }

  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1:2:3:4:5", "fe80:0:0:1"],
    ["1:2:3:4:5:6:7::", "1:2:3:4"],
  ])("through Cloudflare is the network of %s: %s", async (address, network) => {
    expect(await keyOf({}, { "CF-Connecting-IP": address }, true)).toEqual([network]);
  });

  it("elsewhere is not the one that the client says", async () => {
    expect(await keyOf({}, { "CF-Connecting-IP": "192.0.2.7" })).toEqual([""]);
  });

  it("is the one that the embedder says, or the header that the settings name", async () => {
    const clientKey = () => "account 7";
    expect(await keyOf({ clientKey }, {})).toEqual(["account 7"]);
    const { access } = readSettings({ API_CLIENT_HEADER: "X-Forwarded-For" });
    const forwarded = { "X-Forwarded-For": "10.0.0.1, 2001:db8::1" };
    expect(await keyOf(access, forwarded)).toEqual(["2001:db8:0:0"]);
    expect(await keyOf(access, {})).toEqual([""]);
  });
});

describe("CORS", () => {
  const corsOrigins = ["https://a.example"];

  it("is off where it is not asked for", async () => {
    const response = await get({}, { Origin: "https://a.example" });
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
  });

  it("names the origin that is on the list, and no other", async () => {
    const listed = await get({ corsOrigins }, { Origin: "https://a.example" });
    expect(listed.headers.get("access-control-allow-origin")).toBe("https://a.example");
    expect(listed.headers.get("vary")).toContain("Origin");
    const other = await get({ corsOrigins }, { Origin: "https://b.example" });
    expect(other.headers.has("access-control-allow-origin")).toBe(false);
  });

  /** Asks as a browser does for a page whose upload widget adds headers. */
  async function preflight(access: Access, asked: string) {
    const response = await createApp({ classifier, access }).request("/model/predict", {
      method: "OPTIONS",
      headers: {
        Origin: "https://a.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": asked,
      },
    });
    expect(response.status).toBe(204);
    return response.headers;
  }

  it("lets pages of every origin send what they ask for, without a token", async () => {
    const headers = await preflight({ corsOrigins: "*", token: "x" }, "authorization,x-of-ours");
    expect(headers.get("access-control-allow-headers")).toBe("authorization,x-of-ours");
    expect(headers.get("vary")).toContain("Access-Control-Request-Headers");
  });

  it("lets pages of listed origins send the headers of a list, and repeats nothing", async () => {
    const headers = await preflight({ corsOrigins }, "cache-control,x-requested-with,x-of-ours");
    const allowed = headers.get("access-control-allow-headers") ?? "";
    const readme = new URL("../../../worker/settings/README.md", import.meta.url);
    const row = /^\| `CORS_ORIGINS`.*$/m.exec(readFileSync(readme, "utf8"))?.[0];
    expect(allowed.split(",")).toEqual(
      expect.arrayContaining(["Cache-Control", "X-Requested-With"]),
    );
    for (const name of allowed.split(",")) expect(row).toContain(`\`${name}\``);
    expect(JSON.stringify([...headers])).not.toContain("x-of-ours");
  });

  it.each(["/health", "/v2/health/live", "/model/labels", "/nothing"])(
    "lets a page read %s",
    async (path) => {
      const app = createApp({ classifier, access: { corsOrigins } });
      const response = await app.request(path, { headers: { Origin: "https://a.example" } });
      expect(response.headers.get("access-control-allow-origin")).toBe("https://a.example");
    },
  );

  it("lets a page read a refusal", async () => {
    const response = await get({ corsOrigins: "*", token: "x" }, { Origin: "https://a.example" });
    expect(response.status).toBe(401);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });
});
