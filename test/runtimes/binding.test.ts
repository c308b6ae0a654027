import { readFileSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundledModules, DIST } from "../../worker/commands/serve/modules.ts";
import { runTool } from "../unit/commands/run.ts";

/** Another Worker, which passes on what DigitService answers. */
const CALLER = `export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    const method = pathname.slice(1);
    const body = new Uint8Array(await request.arrayBuffer());
    const count = Number(searchParams.get("count") ?? 2);
    const argument = method.endsWith("Many") ? Array(count).fill(body) : body;
    return Response.json(await env.DIGITS[method](argument));
  },
};`;

let miniflare: Miniflare;

beforeAll(() => {
  expect(runTool("worker/commands/serve/bundle.ts")).toMatchObject({ status: 0 });
  const modules = bundledModules().map(({ name, kind }) => ({
    type: kind.miniflare,
    path: name,
    contents: readFileSync(join(DIST, name)),
  }));
  const compatibilityDate = "2026-10-20";
  miniflare = new Miniflare(
    convertV4MiniflareOptions({
      workers: [
        {
          name: "caller",
          compatibilityDate,
          modules: true,
          script: CALLER,
          serviceBindings: { DIGITS: { name: "digits", entrypoint: "DigitService" } },
        },
        { name: "digits", compatibilityDate, modules },
      ],
    }),
  );
});
afterAll(() => miniflare.dispose());

async function call(method: string, body: Uint8Array = new Uint8Array(1)) {
  const response = await miniflare.dispatchFetch(`http://localhost/${method}`, {
    method: "POST",
    body,
  });
  return response.json();
}

it("DigitService classifies for another Worker", async () => {
  const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));
  expect(await call("classify", seven)).toMatchObject({
    digit: 7,
    probability: expect.any(Number),
  });
});

it("DigitService classifies several images, and names the one that it refuses", async () => {
  const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));
  const answer = await call("classifyMany", seven);
  expect(answer).toMatchObject([{ digit: 7 }, { digit: 7 }]);
  expect(await call("classifyMany")).toEqual({
    error: { status: 400, message: expect.stringMatching(/^Image 1 of 2: .*not a PNG/) },
  });
});

it("DigitService holds a call to the limits of a request", async () => {
  for (const method of ["classifyMany", "readMany"]) {
    expect(await call(`${method}?count=65`)).toEqual({
      error: { status: 413, message: expect.stringMatching(/^There are 65 images of .* 64 of/) },
    });
  }
});

it("DigitService reads every digit, of one image and of several", async () => {
  const number = readFileSync(new URL("../../samples/90210_42-two-lines.png", import.meta.url));
  const reading = {
    text: "90210\n42",
    probability: expect.any(Number),
    lines: [{ text: "90210" }, { text: "42" }],
  };
  expect(await call("read", number)).toMatchObject(reading);
  expect(await call("readMany", number)).toMatchObject([reading, reading]);
});

it("DigitService answers a refusal as data", async () => {
  for (const method of ["classify", "read"]) {
    expect(await call(method)).toEqual({
      error: { status: 400, message: expect.stringContaining("not a PNG") },
    });
  }
});

it("DigitService tells the model's metadata", async () => {
  expect(await call("metadata")).toMatchObject({ id: "mnist-classifier" });
});
