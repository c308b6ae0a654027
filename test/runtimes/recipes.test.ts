import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, startServer } from "./server.ts";

/** Where the recipes expect the service; here it is on a port that is free. */
const ADDRESS = "localhost:5000";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const [, callIt = ""] = /\n## Call it\n(.*?)\n## /s.exec(read("README.md")) ?? [];

const pages = {
  "README.md, Call it": callIt,
  "worker/protocols/README.md": read("worker/protocols/README.md"),
};

/** How the languages of the recipes are run, each with a recipe as the last argument. */
const RUNNERS: Readonly<Record<string, string[]>> = {
  sh: ["bash", "-ec"],
  js: [process.execPath, "--input-type=module", "-e"],
  python: ["/usr/bin/python3", "-c"],
};

/** A module that a recipe needs, where not every machine has it. */
const PYTHON_MODULE = /^(?:import|from) (\w+)/;

function recipesOf(page: string) {
  const blocks = page.matchAll(/```(sh|js|python)\n(.*?)```\n(?:\n```(?:json|text)\n(.*?)```)?/gs);
  return Array.from(blocks, ([, language, code, printed]) => ({
    language,
    code,
    printed,
    title: code.trim().split("\n").at(-1),
  }));
}

describe.each(Object.entries(pages))("%s", (name, page) => {
  const recipes = recipesOf(page);
  let server: Server;
  beforeAll(async () => {
    server = await startServer("run", "serve");
  });
  afterAll(() => server?.stop());

  it("has recipes", () => {
    expect(recipes.length).toBeGreaterThanOrEqual(name.startsWith("README") ? 2 : 8);
  });

  it.for(recipes)("$language: $title", ({ language, code, printed }, context) => {
    const [program, ...args] = RUNNERS[language];
    const [, module] = PYTHON_MODULE.exec(code) ?? [];
    if (language === "python" && spawnSync(program, ["-c", `import ${module}`]).status !== 0) {
      if (process.env.CI && module === "requests") throw new Error("CI needs python3-requests");
      context.skip(`${program} has no module ${module}`);
    }
    expect(code).toContain(ADDRESS);
    const recipe = code.replaceAll(ADDRESS, new URL(server.url).host);
    const { status, stdout, stderr } = spawnSync(program, [...args, recipe], {
      cwd: root,
      encoding: "utf8",
    });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    if (printed) expect(stdout.trim()).toBe(printed.trim());
    else expect(JSON.parse(stdout)).toMatchObject({ status: "ok" });
  });
});
