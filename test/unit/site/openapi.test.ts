import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { createClassifier } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";
import type { Assets } from "../../../worker/site/assets.ts";
import { operations } from "../../../worker/site/openapi/operations.ts";
import { expectResponseDescribed } from "../../contract/described.ts";

const build = new URL("../../../build/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, build));
const classifier = await createClassifier();
const assets: Assets = {
  list: JSON.parse(read("assets.json").toString()),
  read: async (path) => new Response(new Uint8Array(read(`assets/${path}`))),
};
const info = { title: "Digits", description: "Ours", version: "7.8.9" };
const app = createApp({ classifier, assets, info });

describe.each(["openapi.json", "swagger.json"])("GET /%s", (name) => {
  it("is valid, of application/json, and takes the names that are given", async () => {
    const response = await app.request(`/${name}`);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe("max-age=300");
    const description = await response.json();
    expect(description.info).toMatchObject({ ...info, license: { name: "Apache-2.0" } });
    const { valid, errors } = await new Validator().validate(description);
    expect({ valid, errors }).toMatchObject({ valid: true });
  });
});

describe("openapi.json", () => {
  it("describes every route that there is, and no other", () => {
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const served = app.routes
      .filter(({ method, path }) => method !== "ALL" && !isFile(path))
      .map(({ method, path }) => `${method} ${path.replace(/(.)\/(:empty\{\$\})?$/, "$1")}`);
    expect(new Set(served)).toEqual(new Set(described));
  });

  it.each(operations)("describes how $method $path answers its example", async (operation) => {
    const { method, path, example } = operation;
    const response = await app.request(path, example);
    expect(response.status).toBe(200);
    await expectResponseDescribed(method.toUpperCase(), path, response);
  });

  it("names the server below the path that another app mounts it at", async () => {
    const { Hono } = await import("hono");
    const outer = new Hono().route("/digits", createApp({ classifier, assets }));
    const openApi = await (await outer.request("/digits/openapi.json")).json();
    expect(openApi.servers).toEqual([{ url: "/digits" }]);
    const swagger = await (await outer.request("/digits/swagger.json")).json();
    expect(swagger.basePath).toBe("/digits");
  });
});

describe("swagger.json", () => {
  it("describes MAX's routes, a file as part of a form", async () => {
    const { paths } = await (await app.request("/swagger.json")).json();
    expect(Object.keys(paths)).toEqual([
      "/model/predict",
      "/model/read",
      "/model/metadata",
      "/model/labels",
    ]);
    const { parameters, responses } = paths["/model/predict"].post;
    expect(parameters).toContainEqual(
      expect.objectContaining({ name: "file", in: "formData", type: "file", required: true }),
    );
    expect(Object.keys(responses)).toEqual([
      "200",
      "400",
      "401",
      "408",
      "413",
      "415",
      "422",
      "429",
      "503",
    ]);
  });
});

/** The pages, their files and the descriptions themselves. */
function isFile(path: string): boolean {
  return path === "/" || /^\/docs\/?$/.test(path) || path.slice(1) in assets.list;
}
