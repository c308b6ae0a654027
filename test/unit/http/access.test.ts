import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import { type Doors, parseDoors } from "../../../worker/settings/access.ts";

const classifier = await createClassifier();

function get(doors: Doors, headers: Record<string, string> = {}, path = "/model/metadata") {
  return createApp({ classifier, doors }).request(path, { headers });
}

describe("parseDoors", () => {
  it("leaves all open where nothing is set", () => {
    for (const env of [{}, { API_TOKEN: null, CORS_ENABLE: null }, { CORS_ENABLE: "false" }]) {
      expect(Object.values(parseDoors(env)).filter((door) => door !== undefined)).toEqual([]);
    }
  });

  it("reads the secret, the binding and the lists", () => {
    const rateLimiter = { limit: async () => ({ success: true }) };
    const list = "https://a.example, http://localhost:3000";
    expect(
      parseDoors({ API_TOKEN: "t0k.en=", RATE_LIMITER: rateLimiter, CORS_ORIGINS: list }),
    ).toEqual({
      token: "t0k.en=",
      rateLimiter,
      origins: ["https://a.example", "http://localhost:3000"],
    });
    expect(parseDoors({ CORS_ENABLE: true }).origins).toBe("*");
    expect(parseDoors({ CORS_ENABLE: "true", CORS_ORIGINS: list }).origins).toHaveLength(2);
    expect(parseDoors({ CORS_ENABLE: "false", CORS_ORIGINS: list }).origins).toBeUndefined();
  });

  it.each([
    [{ API_TOKEN: "" }, /API_TOKEN/],
    [{ API_TOKEN: "with a space" }, /API_TOKEN/],
    [{ API_TOKEN: 5 }, /API_TOKEN/],
    [{ RATE_LIMITER: "yes" }, /ratelimits/],
    [{ CORS_ENABLE: "yes" }, /true or false/],
    [{ CORS_ORIGINS: "" }, /list of origins/],
    [{ CORS_ORIGINS: "*" }, /list of origins/],
    [{ CORS_ORIGINS: "https://a.example/" }, /list of origins/],
    [{ CORS_ORIGINS: "a.example" }, /list of origins/],
  ])("refuses %j", (env, message) => {
    expect(() => parseDoors(env)).toThrow(message);
  });
});

describe("a token", () => {
  const doors = { token: "t0k.en" };

  it("lets in who has it", async () => {
    expect((await get(doors, { Authorization: "Bearer t0k.en" })).status).toBe(200);
    expect((await get(doors, { authorization: "bearer t0k.en" })).status).toBe(200);
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
    const response = await get(doors, authorization ? { Authorization: authorization } : {});
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
    expect((await get(doors, {}, "/nothing")).status).toBe(401);
  });

  it("is not asked for at the health route", async () => {
    const response = await get(doors, {}, "/health");
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
    const ask = (address: string) =>
      get({ rateLimiter: { limit } }, { "CF-Connecting-IP": address });
    expect([await ask("::1"), await ask("::1")].map(({ status }) => status)).toEqual([200, 200]);
    const refused = await ask("::1");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(await refused.json()).toMatchObject({ status: "error" });
    expect((await ask("::2")).status).toBe(200);
  });
});

describe("CORS", () => {
  const origins = ["https://a.example"];

  it("is off where it is not asked for", async () => {
    const response = await get({}, { Origin: "https://a.example" });
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
  });

  it("names the origin that is on the list, and no other", async () => {
    const listed = await get({ origins }, { Origin: "https://a.example" });
    expect(listed.headers.get("access-control-allow-origin")).toBe("https://a.example");
    expect(listed.headers.get("vary")).toContain("Origin");
    const other = await get({ origins }, { Origin: "https://b.example" });
    expect(other.headers.has("access-control-allow-origin")).toBe(false);
  });

  it("answers a preflight without a token, and repeats nothing of it", async () => {
    const app = createApp({ classifier, doors: { origins: "*", token: "x" } });
    const response = await app.request("/model/predict", {
      method: "OPTIONS",
      headers: {
        Origin: "https://a.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, x-secret",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-headers")).toBe(
      "Authorization,Content-Type,Inference-Header-Content-Length,X-Request-Id",
    );
    expect(JSON.stringify([...response.headers])).not.toContain("x-secret");
  });

  it.each(["/health", "/v2/health/live", "/model/labels", "/nothing"])(
    "lets a page read %s",
    async (path) => {
      const app = createApp({ classifier, doors: { origins } });
      const response = await app.request(path, { headers: { Origin: "https://a.example" } });
      expect(response.headers.get("access-control-allow-origin")).toBe("https://a.example");
    },
  );

  it("lets a page read a refusal", async () => {
    const response = await get({ origins: "*", token: "x" }, { Origin: "https://a.example" });
    expect(response.status).toBe(401);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });
});
