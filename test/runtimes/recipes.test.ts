import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect, createServer, type Server as TcpServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, startServer } from "./server.ts";

/** Where the recipes expect the service. */
const PORT = 5000;

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(new URL("../../worker/protocols/README.md", import.meta.url), "utf8");

/** How the languages of the recipes are run, each with a recipe as the last argument. */
const RUNNERS: Readonly<Record<string, string[]>> = {
  sh: ["bash", "-ec"],
  js: [process.execPath, "--input-type=module", "-e"],
  python: ["/usr/bin/python3", "-c"],
};

/** A module that a recipe needs, where not every machine has it. */
const PYTHON_MODULE = /^(?:import|from) (\w+)/;

const recipes = [
  ...page.matchAll(/```(sh|js|python)\n(.*?)```\n(?:\n```(?:json|text)\n(.*?)```)?/gs),
].map(([, language, code, printed]) => ({
  language,
  code,
  printed,
  title: code.trim().split("\n").at(-1),
}));

describe("worker/protocols/README.md", () => {
  let server: Server;
  let door: TcpServer;
  beforeAll(async () => {
    server = await startServer("run", "serve");
    const port = Number(new URL(server.url).port);
    door = createServer((client) => {
      const service = connect(port, "127.0.0.1");
      client.pipe(service).pipe(client);
      for (const socket of [client, service]) socket.on("error", () => socket.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      door.on("error", reject).listen(PORT, "localhost", resolve);
    });
  });
  afterAll(async () => {
    door?.close();
    await server?.stop();
  });

  it("has recipes", () => expect(recipes.length).toBeGreaterThan(7));

  it.for(recipes)("$language: $title", async ({ language, code, printed }, context) => {
    const [program, ...args] = RUNNERS[language];
    const [, module] = PYTHON_MODULE.exec(code) ?? [];
    if (language === "python" && spawnSync(program, ["-c", `import ${module}`]).status !== 0) {
      if (process.env.CI && module === "requests") throw new Error("CI needs python3-requests");
      context.skip(`${program} has no module ${module}`);
    }
    const { status, stdout, stderr } = await run(program, [...args, code]);
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    if (printed) expect(stdout.trim()).toBe(printed.trim());
    else expect(JSON.parse(stdout)).toMatchObject({ status: "ok" });
  });
});

/** Runs a program without holding up the door, which is in this process. */
async function run(program: string, args: string[]) {
  const child = spawn(program, args, { cwd: root });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, stdout, stderr };
}
