import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { expectedOfSamples, number, samples } from "./expected.ts";
import { needInstalledPackage } from "./installed.ts";
import type { PROGRAMS } from "./programs.ts";
import { type Server, startProgram } from "./server.ts";

needInstalledPackage();

const SERVERS: { name: (typeof PROGRAMS)[number]; example: string }[] = [
  { name: "Node 24", example: "node" },
  { name: "Deno", example: "deno" },
  { name: "Bun", example: "bun" },
];

describe.each(SERVERS)("the example of a server under $name", ({ name, example }) => {
  let server: Server | undefined;
  let missing = "";
  beforeAll(async () => {
    if (inject("missing")) return;
    const program = inject("programs")[name];
    if ("missing" in program) missing = program.missing;
    else {
      const folder = join(inject("installed"), example);
      server = await startProgram(() => [...program.command, "server.js"], folder);
    }
  });
  afterAll(() => server?.stop());

  const request = (path: string, init?: RequestInit) => fetch(`${server?.url}${path}`, init);

  it("answers for every sample what the project does", async (context) => {
    if (missing) context.skip(missing);
    const expected = await expectedOfSamples();
    const body = new FormData();
    for (const path of samples) body.append("file", new Blob([readFileSync(path)]), "digit.png");
    const response = await request("/model/predict", { method: "POST", body });
    expect(await response.json()).toEqual({
      status: "ok",
      predictions: samples.map((path) => {
        const { digit, probabilities } = expected[path];
        return { prediction: digit, probability: probabilities[digit] };
      }),
    });
  });

  it("reads lines of digits", async (context) => {
    if (missing) context.skip(missing);
    const init = { method: "POST", body: readFileSync(number.path) };
    const response = await request("/model/read", init);
    expect(await response.json()).toMatchObject({ predictions: [{ text: number.text }] });
  });

  it.for([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
  ] as const)(
    "decompresses a body of %s, and refuses what is not",
    async ([coding, compress], context) => {
      if (missing) return context.skip(missing);
      const predict = (body: Uint8Array) =>
        request("/model/predict", {
          method: "POST",
          headers: { "Content-Encoding": coding },
          body: new Uint8Array(body),
        });
      const [seven] = samples.filter((path) => path.endsWith("7.png"));
      const answer = await (await predict(compress(readFileSync(seven)))).json();
      expect(answer).toMatchObject({ predictions: [{ prediction: 7 }] });
      // Half of it: Deno passes over a checksum that is missing.
      expect((await predict(compress(readFileSync(seven)).subarray(0, 100))).status).toBe(400);
      expect((await predict(compress(Buffer.alloc(defaultLimits.maxBodyBytes + 1)))).status).toBe(
        413,
      );
    },
  );

  it("serves the drawing page and all that it loads", async (context) => {
    if (missing) context.skip(missing);
    const page = await request("/");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const files = [...(await page.text()).matchAll(/(?:src|href)="((?:main|page)-[^"]+)"/g)];
    expect(files.length).toBeGreaterThan(1);
    for (const [, path] of files) expect((await request(`/${path}`)).status).toBe(200);
  });
});
