import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { nodeAssets } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import type { Access } from "../../../worker/settings/access.ts";
import { classifier, json, seven } from "./service.ts";
import { INFER, inputOf } from "./tensors.ts";

const assets = await nodeAssets();
const script = Object.keys(assets.list).find((name) => name.endsWith(".js"));

const MODEL = "/v2/models/mnist-classifier";
const png = { method: "POST", body: seven };

/** Requests of every kind: to each protocol, well-formed and not, known and unknown. */
const requests: [path: string, init?: RequestInit][] = [
  ["/"],
  ["/", { method: "HEAD" }],
  ["/", { method: "POST" }],
  ["/", { method: "OPTIONS" }],
  [`/${script}`],
  [`/${script}`, { headers: { "If-None-Match": "*" } }],
  ["/docs/"],
  ["/health"],
  ["/health", { method: "DELETE" }],
  ["/health", { method: "OPTIONS" }],
  ["/model"],
  ["/model/metadata"],
  ["/model/metadata", { method: "HEAD" }],
  ["/model/metadata", { method: "PUT" }],
  ["/model/labels"],
  ["/model/labels", { method: "OPTIONS" }],
  ["/model/predict", png],
  ["/model/predict?topk=2", png],
  ["/model/predict?topk=0", png],
  ["/model/predict", json({})],
  ["/model/predict"],
  ["/model/predict", { method: "OPTIONS" }],
  ["/model/read", png],
  ["/model/read?threshold=0.5", png],
  ["/model/read?threshold=2", png],
  ["/model/read"],
  ["/model/read", { method: "OPTIONS" }],
  ["/model/nothing", png],
  ["/models"],
  ["/models/"],
  ["/models/another", png],
  ["/models/mnist-classifier", png],
  ["/models/mnist-classifier", json({ inputs: 1 })],
  ["/models/mnist-classifier"],
  ["/models/mnist-classifier", { method: "OPTIONS" }],
  ["/v2"],
  ["/v2", { method: "HEAD" }],
  ["/v2", { method: "POST" }],
  ["/v2/"],
  ["/v2/health/ready"],
  [MODEL],
  [`${MODEL}/versions/2`],
  [`${MODEL}/ready`, { method: "PATCH" }],
  [INFER, json({ inputs: [inputOf(7)] })],
  [INFER, json({ inputs: [inputOf(7)], parameters: { binary_data_output: true } })],
  [INFER, json("{")],
  [INFER],
  [INFER, { method: "OPTIONS" }],
  ["/nothing"],
  ["/nothing", png],
  ["/nothing", { method: "OPTIONS" }],
  ["/%zz"],
];

const access: Record<string, Access> = {
  "no access checks": {},
  "a token": { token: "t0k.en" },
  "a rate limiter": { rateLimiter: { limit: async () => ({ success: false }) } },
  "CORS for all": { corsOrigins: "*" },
  "CORS for some, and a token": { corsOrigins: ["https://a.example"], token: "t0k.en" },
};

describe.each(Object.entries(access))("Mounted by another app, with %s", (_, access) => {
  const own = createApp({ classifier, access, assets });
  const mounting = new Hono().route("/digits", createApp({ classifier, access, assets }));
  const deeper = new Hono().route("/a/b", mounting);

  it.each(requests)("answers %s %j as by itself", async (path, init) => {
    for (const headers of [{}, { Origin: "https://a.example", Authorization: "Bearer t0k.en" }]) {
      const request = { ...init, headers: { ...init?.headers, ...headers } };
      const expected = await seen(await own.request(path, request));
      expect(await seen(await mounting.request(`/digits${path}`, request))).toEqual(expected);
      expect(await seen(await deeper.request(`/a/b/digits${path}`, request))).toEqual(expected);
    }
  });

  it("answers the preflight of a page elsewhere as by itself", async () => {
    const headers = {
      Origin: "https://a.example",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "content-type",
    };
    const preflight = { method: "OPTIONS", headers };
    const expected = await seen(await own.request(INFER, preflight));
    expect(await seen(await mounting.request(`/digits${INFER}`, preflight))).toEqual(expected);
  });
});

it("Mounted by another app, the API's descriptions tell where", async () => {
  const app = new Hono().route("/digits", createApp({ classifier, assets }));
  const described = async (path: string) => (await app.request(`/digits/${path}`)).json();
  expect(await described("openapi.json")).toMatchObject({ servers: [{ url: "/digits" }] });
  expect(await described("swagger.json")).toMatchObject({ basePath: "/digits" });
});

/** All that a client sees of an answer, the request's id apart. */
async function seen(response: Response) {
  const headers = Object.fromEntries(response.headers);
  expect(headers["x-request-id"]).toMatch(/^[\w-]{36}$/);
  delete headers["x-request-id"];
  return { status: response.status, headers, body: await response.text() };
}
