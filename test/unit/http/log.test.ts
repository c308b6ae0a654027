import { describe, expect, it } from "vitest";
import { nodeAssets } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import type { LogLine } from "../../../worker/http/log.ts";
import { classifier, json, seven } from "../protocols/service.ts";
import { INFER, inputOf } from "../protocols/tensors.ts";

const assets = await nodeAssets();
const script = Object.keys(assets.list).find((name) => name.endsWith(".js"));

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const png = { method: "POST", body: seven };
const binary = { inputs: [inputOf(7)], parameters: { binary_data_output: true } };

/** A request of every kind that is answered, and the status. */
const requests: [path: string, init: RequestInit, status: number][] = [
  ["/", {}, 200],
  [`/${script}`, {}, 200],
  ["/", { headers: { "If-None-Match": "*" } }, 304],
  ["/openapi.json", {}, 200],
  ["/health", {}, 200],
  ["/model/metadata", {}, 200],
  ["/model/labels", { method: "HEAD" }, 200],
  ["/model/predict", png, 200],
  ["/model/predict", { method: "OPTIONS" }, 204],
  ["/model/predict", {}, 405],
  ["/model/predict", { method: "POST" }, 400],
  ["/model/read", png, 200],
  ["/models/mnist-classifier", png, 200],
  ["/v2", {}, 200],
  [INFER, json(binary), 200],
  [INFER, json("{"), 400],
  ["/nothing", {}, 404],
];

/** A service that tells what it logs. */
function logged(options: Partial<Parameters<typeof createApp>[0]> = {}) {
  const lines: LogLine[] = [];
  const app = createApp({ classifier, assets, log: (line) => lines.push(line), ...options });
  return { app, lines };
}

describe("A request's id", () => {
  it.each(requests)("is on the answer of %s %j: %i", async (path, init, status) => {
    const { app } = logged();
    const first = await app.request(path, init);
    expect(first.status).toBe(status);
    const id = first.headers.get("x-request-id");
    expect(id).toMatch(UUID);
    expect((await app.request(path, init)).headers.get("x-request-id")).not.toBe(id);
  });

  it("is on the refusals of the access checks, and on internal errors", async () => {
    const rateLimiter = { limit: async () => ({ success: false }) };
    const fails = () => {
      throw new Error("secret");
    };
    for (const [status, options] of [
      [401, { access: { token: "t" } }],
      [429, { access: { rateLimiter } }],
      [500, { classifier: { ...classifier, classifyBatch: fails } }],
    ] as const) {
      const { app, lines } = logged(options);
      const response = await app.request("/model/predict", png);
      expect(response.status).toBe(status);
      expect(lines).toMatchObject([{ requestId: response.headers.get("x-request-id"), status }]);
    }
  });

  it.each(["abc-123_=", "a".repeat(255)])(
    "is the client's own where it has one: %s",
    async (id) => {
      const { app, lines } = logged();
      const response = await app.request("/health", { headers: { "X-Request-Id": id } });
      expect(response.headers.get("x-request-id")).toBe(id);
      expect(lines).toMatchObject([{ requestId: id }]);
    },
  );

  it.each(["", "a".repeat(256), "a b", "<script>", "a;b", "ä"])(
    "is a new one where the client's is %j",
    async (id) => {
      const { app } = logged();
      const response = await app.request("/health", { headers: { "X-Request-Id": id } });
      expect(response.headers.get("x-request-id")).toMatch(UUID);
    },
  );
});

describe("The log", () => {
  it.each(requests)("has one line for %s %j", async (path, init, status) => {
    const { app, lines } = logged();
    const response = await app.request(`${path}?secret=1`, init);
    const requestId = response.headers.get("x-request-id");
    expect(lines).toEqual([{ requestId, method: init.method ?? "GET", path, status }]);
  });

  it("cuts a path, and has no query", async () => {
    const { app, lines } = logged();
    await app.request(`/${"a".repeat(5000)}?token=secret`);
    expect(lines).toMatchObject([{ path: `/${"a".repeat(199)}`, status: 404 }]);
  });

  it("has what failed in the service itself, and only there", async () => {
    const { app, lines } = logged({
      classifier: {
        ...classifier,
        classifyBatch: () => {
          throw new Error("a fault", { cause: new Error("its cause") });
        },
      },
    });
    const response = await app.request("/model/predict", png);
    expect(await response.text()).not.toContain("a fault");
    await app.request("/model/predict", { method: "POST" });
    expect(lines).toMatchObject([
      {
        status: 500,
        fault: expect.stringMatching(/^Error: a fault\n.*\nCaused by: Error: its cause\n/s),
      },
      { status: 400 },
    ]);
    expect(lines[1]).not.toHaveProperty("fault");
  });

  it("has the sizes of each stage with debug, and never pixels", async () => {
    const { app, lines } = logged({ debug: true });
    await app.request("/model/predict", png);
    await app.request("/model/read", png);
    await app.request("/models/mnist-classifier", png);
    await app.request(INFER, json(binary));
    await app.request("/model/predict", { method: "POST", body: seven.slice(0, 99) });
    const image = { stage: "image", format: "png", bytes: seven.length, width: 28, height: 28 };
    const read = [image, { stage: "net", images: 1 }];
    expect(lines.map((line) => line.stages)).toEqual([
      [{ stage: "upload", images: 1 }, ...read],
      [{ stage: "upload", images: 1 }, image, { stage: "lines", lines: 1, digits: 1 }],
      [{ stage: "upload", bytes: seven.length }, ...read],
      [
        { stage: "upload", bytes: JSON.stringify(binary).length },
        { stage: "tensor", images: 1 },
        { stage: "net", images: 1 },
      ],
      [{ stage: "upload", images: 1 }],
    ]);
  });
});
