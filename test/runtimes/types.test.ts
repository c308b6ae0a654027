import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { expect, inject, it } from "vitest";
import { needInstalledPackage } from "./installed.ts";

needInstalledPackage();

const require = createRequire(import.meta.url);
const compiler = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");

/** What `wrangler types` writes for the examples' bindings. */
const BINDINGS = "declare namespace Cloudflare { interface Env { ASSETS: Fetcher } }";

it.each([
  {
    name: "Workers",
    files: ["mount/index.ts", "binding/index.ts", "env.d.ts"],
    options: {
      module: "esnext",
      moduleResolution: "bundler",
      lib: ["es2023"],
      types: ["@cloudflare/workers-types"],
    },
  },
  {
    name: "programs for Node",
    files: ["node/server.js", "script/classify.js", "script/read.js"],
    options: { module: "nodenext", types: ["@types/node"] },
  },
])("the examples of $name are typed by the package", ({ name, files, options }) => {
  const folder = inject("installed");
  writeFileSync(join(folder, "env.d.ts"), BINDINGS);
  const config = join(folder, `tsconfig.${name.replaceAll(" ", "-")}.json`);
  const types = options.types.map((type) => resolve("node_modules", type));
  const compilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: "es2022" },
    ...{ allowJs: true, checkJs: true, resolveJsonModule: true, skipLibCheck: false },
    ...options,
    types,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", config], {
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
});
