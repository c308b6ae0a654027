import { describe, expect, it } from "vitest";
import { DATATYPES } from "../../../worker/protocols/openInference/inferRequest.ts";
import { defaultInfo } from "../../../worker/settings/info.ts";
import { app, classifier, seven } from "./service.ts";

const MODEL = "/v2/models/mnist-classifier";
const model = {
  name: "mnist-classifier",
  versions: ["1"],
  platform: "webassembly",
  inputs: [{ name: "input", datatype: "FP32", shape: [-1, 1, 28, 28] }],
  outputs: [
    { name: "probabilities", datatype: "FP32", shape: [-1, 10] },
    { name: "logits", datatype: "FP32", shape: [-1, 10] },
    { name: "label", datatype: "INT64", shape: [-1] },
  ],
  properties: DATATYPES,
};
const config = {
  name: "mnist-classifier",
  platform: "webassembly",
  max_batch_size: 1024,
  input: [{ name: "input", data_type: "TYPE_FP32", dims: [1, 28, 28], format: "FORMAT_NCHW" }],
  output: [
    { name: "probabilities", data_type: "TYPE_FP32", dims: [10] },
    { name: "logits", data_type: "TYPE_FP32", dims: [10] },
    { name: "label", data_type: "TYPE_INT64", dims: [] },
  ],
};
const server = {
  name: "mnist-classifier",
  version: defaultInfo.version,
  extensions: ["binary_tensor_data", "model_configuration"],
};
const { id, name, description, source, license } = classifier.metadata;

/** What the routes answer that take no body, and for how long it may be kept. */
const got: [path: string, answer: unknown, cacheControl: string][] = [
  ["/health", { status: "ok" }, "no-store"],
  [
    "/model/metadata",
    { id, name, description, type: "Digit recognition", source, license },
    "max-age=300",
  ],
  [
    "/model/labels",
    { count: 10, labels: [..."0123456789"].map((name, id) => ({ id, name })) },
    "max-age=300",
  ],
  ["/v2", server, "max-age=300"],
  ["/v2/", server, "max-age=300"],
  ["/v2/models", { models: ["mnist-classifier"] }, "max-age=300"],
  ["/v2/health/live", { live: true }, "no-store"],
  ["/v2/health/ready", { ready: true }, "no-store"],
  [MODEL, model, "max-age=300"],
  [`${MODEL}/versions/1`, model, "max-age=300"],
  [`${MODEL}/config`, config, "max-age=300"],
  [`${MODEL}/versions/1/config`, config, "max-age=300"],
  [`${MODEL}/ready`, { name: "mnist-classifier", ready: true }, "no-store"],
  [`${MODEL}/versions/1/ready`, { name: "mnist-classifier", ready: true }, "no-store"],
];

const posted = [
  "/model/predict",
  "/model/read",
  "/models/mnist-classifier",
  `${MODEL}/infer`,
  `${MODEL}/versions/1/infer`,
  "/v2/repository/index",
];

/** The words of each protocol for an error. */
function errorOf(path: string, message: unknown) {
  return /^\/(models|v2)\b/.test(path) ? { error: message } : { status: "error", message };
}

describe("GET", () => {
  it.each(got)("%s", async (path, answer, cacheControl) => {
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe(cacheControl);
    expect(await response.text()).toBe(JSON.stringify(answer));
  });

  it.each(got)("%s has the same headers under HEAD, and no body", async (path) => {
    const [get, head] = [await app.request(path), await app.request(path, { method: "HEAD" })];
    const headers = (response: Response) =>
      [...response.headers].filter(([name]) => name !== "x-request-id");
    expect([head.status, headers(head), await head.text()]).toEqual([200, headers(get), ""]);
  });
});

describe("A method that a path does not take", () => {
  const cases = [
    ...got.flatMap(([path]) =>
      ["POST", "PUT", "DELETE", "PATCH"].map((method) => [method, path, "GET, HEAD, OPTIONS"]),
    ),
    ...posted.flatMap((path) =>
      ["GET", "HEAD", "PUT", "DELETE", "PATCH"].map((method) => [method, path, "POST, OPTIONS"]),
    ),
  ];

  it.each(cases)("%s %s is answered with 405 and Allow", async (method, path, allow) => {
    const response = await app.request(path, { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, allow]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const answer =
      method === "HEAD" ? "" : JSON.stringify(errorOf(path, `This path takes ${allow}.`));
    expect(await response.text()).toBe(answer);
  });

  it.each([...got.map(([path]) => path), ...posted])("OPTIONS %s: 204 and Allow", async (path) => {
    const response = await app.request(path, { method: "OPTIONS" });
    const allow = posted.includes(path) ? "POST, OPTIONS" : "GET, HEAD, OPTIONS";
    expect([response.status, response.headers.get("allow")]).toEqual([204, allow]);
    expect(await response.text()).toBe("");
  });
});

describe("A path that there is not", () => {
  it.each([
    "/model",
    "/model/labels/",
    "/models",
    "/models/",
    "/models/another",
    "/models/mnist-classifier/",
    "/v2/models/",
    "/v2/models/another",
    "/v2/models/another/infer",
    `${MODEL}/versions/2`,
    `${MODEL}/versions/2/infer`,
    `${MODEL}/versions/01`,
    `${MODEL}/stats`,
    "/v2/repository/models/mnist-classifier/load",
    "/v20",
    "/modelsx",
  ])("%s is answered with 404, in its protocol's words", async (path) => {
    for (const method of ["GET", "POST"]) {
      const response = await app.request(path, {
        method,
        ...(method === "POST" && { body: seven }),
      });
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual(errorOf(path, expect.stringContaining("nothing here")));
    }
  });
});
