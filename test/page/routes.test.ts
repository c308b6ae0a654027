import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { describe, expect, inject, it } from "vitest";
import { createClassifier } from "../../worker/adapters/node.ts";
import { createApp } from "../../worker/app.ts";
import type { AssetList, Assets } from "../../worker/site/assets.ts";

const build = new URL("../../build/", import.meta.url);
const list: AssetList = JSON.parse(readFileSync(new URL("assets.json", build), "utf8"));
const url = inject("url");
/** All but the descriptions of the API, which the service completes. */
const files = Object.entries(list).filter(([path]) => !path.endsWith(".json"));

describe("GET /", () => {
  it("is the page, under a policy that lets it load its own files alone", async () => {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    const policy = response.headers.get("content-security-policy")?.split("; ");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  it("is not sent again to who has it", async () => {
    const first = await fetch(url);
    const ETag = first.headers.get("etag") ?? "";
    for (const tags of [ETag, `W/${ETag}`, `"other", ${ETag}`, "*"]) {
      const again = await fetch(url, { headers: { "If-None-Match": tags } });
      expect(again.status).toBe(304);
      const policy = "content-security-policy";
      expect(again.headers.get(policy)).toBe(first.headers.get(policy));
    }
    expect((await fetch(url, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });

  it("takes HEAD, and no other method", async () => {
    const head = await fetch(url, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const post = await fetch(url, { method: "POST" });
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("The page's files", () => {
  it.each(files)("%s comes with its type, and for ever where its name may", async (path, file) => {
    const response = await fetch(`${url}/${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(file.type);
    expect(response.headers.get("etag")).toBe(file.etag);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toMatch(file.lasting ? /immutable/ : /no-cache/);
    const built = readFileSync(new URL(`assets/${path}`, build));
    expect(Buffer.from(await response.arrayBuffer()).equals(built)).toBe(true);
  });

  it("are all that there is", async () => {
    for (const path of ["weights", "weights/", "assets.json", "../package.json", "index"]) {
      const response = await fetch(`${url}/${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ status: "error" });
    }
  });
});

describe("createApp with assets", async () => {
  const classifier = await createClassifier();
  const assets: Assets = { list, read: async (path) => new Response(`<${path}>`) };

  it("needs no token for the page", async () => {
    const app = createApp({ classifier, assets, access: { token: "x" } });
    const status = async (path: string) => (await app.request(path)).status;
    expect(await Promise.all(["/", `/${files[0][0]}`].map(status))).toEqual([200, 200]);
    expect(await Promise.all(["/model/metadata", "/nothing"].map(status))).toEqual([401, 401]);
  });

  it("has no page without them", async () => {
    expect((await createApp({ classifier }).request("/")).status).toBe(404);
  });

  it("answers 404 where a file is gone", async () => {
    const gone = { list, read: async () => new Response("nothing", { status: 404 }) };
    const response = await createApp({ classifier, assets: gone }).request("/");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: "error" });
  });

  it("serves the page below the path that another app mounts it at", async () => {
    const outer = new Hono().route("/digits", createApp({ classifier, assets }));
    const redirect = await outer.request("/digits?x=1");
    expect([redirect.status, redirect.headers.get("location")]).toEqual([308, "./digits/?x=1"]);
    const page = await outer.request("/digits/");
    expect([page.status, await page.text()]).toEqual([200, "<index.html>"]);
    expect((await outer.request(`/digits/${files[0][0]}`)).status).toBe(200);
    expect((await outer.request("/digits/", { method: "HEAD" })).status).toBe(200);
    expect((await outer.request("/digits/", { method: "POST" })).status).toBe(405);
    expect((await outer.request("/digits/nothing")).status).toBe(404);
    expect((await outer.request("/digits/model/metadata")).headers.has("etag")).toBe(false);
  });
});
