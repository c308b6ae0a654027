import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { nodeAssets } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import { defaultInfo } from "../../../worker/settings/info.ts";
import { completeLimits, defaultLimits, type Limits } from "../../../worker/settings/limits.ts";
import { readSettings } from "../../../worker/settings/readSettings.ts";
import { table } from "../../../worker/settings/table.ts";
import { classifier } from "../protocols/service.ts";

const rateLimiter = { limit: async () => ({ success: true }) };
const origins = ["https://a.example", "http://localhost:3000"];

describe("readSettings", () => {
  it.each([{}, { MAX_SIDE: undefined, API_TOKEN: null, DEBUG: null }, { ASSETS: {}, MY_VAR: "x" }])(
    "gives the defaults where nothing is set: %j",
    (env) => {
      expect(readSettings(env)).toEqual({
        limits: defaultLimits,
        access: { token: undefined, rateLimiter: undefined, corsOrigins: undefined },
        info: defaultInfo,
        debug: false,
        metrics: undefined,
      });
    },
  );

  it("takes numbers, and their digits as text", () => {
    const env = {
      MAX_BODY_BYTES: 1000,
      MAX_PIXELS: "784",
      MAX_INTERLACED_PIXELS: 6,
      MAX_JPEG_PIXELS: 3,
      MAX_PROGRESSIVE_PIXELS: "4",
      MAX_SIDE: "28",
      MAX_PARTS: 1,
      MAX_DIGITS: 7,
      MAX_WORK: "8",
      MAX_BATCH: 2,
      MAX_BODY_SECONDS: "5",
      MAX_BYTES_IN_FLIGHT: 9,
    };
    expect(readSettings(env).limits).toEqual({
      maxBodyBytes: 1000,
      maxPixels: 784,
      maxInterlacedPixels: 6,
      maxJpegPixels: 3,
      maxProgressivePixels: 4,
      maxSide: 28,
      maxParts: 1,
      maxDigits: 7,
      maxWork: 8,
      maxBatch: 2,
      maxBodySeconds: 5,
      maxBytesInFlight: 9,
    });
  });

  it("takes the secret, the binding and the origins", () => {
    const env = {
      API_TOKEN: "t0k.en=",
      RATE_LIMITER: rateLimiter,
      CORS_ORIGINS: origins.join(", "),
    };
    expect(readSettings(env).access).toEqual({
      token: "t0k.en=",
      rateLimiter,
      corsOrigins: origins,
    });
  });

  it.each([
    [{ CORS_ENABLE: true }, "*"],
    [{ CORS_ENABLE: "true", CORS_ORIGINS: origins.join(" ") }, origins],
    [{ CORS_ENABLE: "false", CORS_ORIGINS: origins.join(" ") }, undefined],
    [{ CORS_ENABLE: "false" }, undefined],
  ])("opens CORS with %j to %j", (env, expected) => {
    expect(readSettings(env).access.corsOrigins).toEqual(expected);
  });

  it.each([
    ["false", false],
    [false, false],
    ["true", true],
    [true, true],
  ])("takes DEBUG %j as %j", (DEBUG, expected) => {
    expect(readSettings({ DEBUG }).debug).toBe(expected);
  });

  it.each([
    ["MAX_PIXELS", ["", "12x", "1e3", " 5", "-1", "0", 0, -1, 1.5, Number.NaN, 1e300, true, {}]],
    ["MAX_BODY_SECONDS", ["0", 86_401, 0.5, "30s"]],
    ["API_TOKEN", ["", "with a space", 5, {}]],
    ["RATE_LIMITER", ["yes", {}, 1]],
    ["API_CLIENT_HEADER", ["", "a b", "X-Real-IP:", 1]],
    ["CORS_ENABLE", ["yes", "", 1]],
    ["CORS_ORIGINS", ["", "*", "https://a.example/", "a.example", "https://a.example *"]],
    ["API_TITLE", ["", "  ", 3, true, {}]],
    ["DEBUG", ["", "yes", "True", "1", 1, 0, " true"]],
  ])("refuses a %s that is not valid, and names it: %j", (name, values) => {
    for (const value of values) {
      expect(() => readSettings({ [name]: value }), JSON.stringify(value)).toThrow(
        new RegExp(`^${name} is .* It must be `),
      );
    }
  });

  it("repeats no secret", () => {
    expect(() => readSettings({ API_TOKEN: "a secret" })).toThrow(/^API_TOKEN is not valid\. /);
  });

  it.each(["MAX_PIXEL", "API_TOKENS", "API_TITEL", "CORS_ORIGIN"])("refuses %s", (name) => {
    expect(() => readSettings({ [name]: "x" })).toThrow(
      `Unknown setting ${name}. Valid settings: MAX_BODY_BYTES, `,
    );
  });
});

describe("API_TITLE, API_DESC and API_VERSION", () => {
  it("name the service where it describes its API", async () => {
    const env = { API_TITLE: "Digits", API_DESC: "Reads.", API_VERSION: "9" };
    const { info } = readSettings(env);
    const app = createApp({ classifier, assets: await nodeAssets(), info });
    for (const path of ["/openapi.json", "/swagger.json"]) {
      const response = await app.request(path);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(await response.json()).toMatchObject({
        info: { title: "Digits", description: "Reads.", version: "9" },
      });
    }
    expect(await (await app.request("/v2")).json()).toMatchObject({ version: "9" });
  });

  it("are by default what package.json has", () => {
    const file = new URL("../../../package.json", import.meta.url);
    const { name, version } = JSON.parse(readFileSync(file, "utf8"));
    expect(defaultInfo).toMatchObject({ title: name, version });
  });
});

it("The README's limits for the free plan are valid", () => {
  const file = new URL("../../../worker/settings/README.md", import.meta.url);
  const [, block] = /```toml\n\[vars\]\n(.*?)```/s.exec(readFileSync(file, "utf8")) ?? [];
  const { limits } = readSettings(parse(block));
  expect(completeLimits(limits)).toEqual(limits);
  for (const [name, limit] of Object.entries(limits)) {
    expect(limit, name).toBeLessThanOrEqual(defaultLimits[name as keyof Limits]);
  }
});

it("The README's table lists every setting and its default, in the order of the code's", () => {
  const readme = readFileSync(
    new URL("../../../worker/settings/README.md", import.meta.url),
    "utf8",
  );
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| .+ \|$/gm)];
  expect(rows.map(([, name, value]) => [name, value])).toEqual(
    Object.values(table).map(({ name, default: value }) => [name, `${value ?? "–"}`]),
  );
});
