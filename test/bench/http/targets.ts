import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parse } from "smol-toml";
import { DIST } from "../../../worker/commands/serve/modules.ts";
import type { Command } from "./processes.ts";

/** A server to put load on. */
export interface Target {
  name: string;
  /** Whether it takes pictures of 28×28 pixels alone. */
  smallOnly?: boolean;
  command(port: number): Command;
}

/** Where the bundles of the servers to compare with go. */
export const FOLDER = "build/bench/http";

const here = fileURLToPath(new URL("./", import.meta.url));
const { default: workerd } = createRequire(import.meta.url)("workerd") as { default: string };

/** The deployable bundle, served as `npm run serve` does, with these settings. */
export function service(settings: Record<string, string> = {}): Target {
  const command = serving(join(DIST, "workerd.capnp"));
  return { name: "mnist-classifier", command: (port) => ({ ...command(port), env: settings }) };
}

/** A Worker of this folder, bundled and served alike. */
export async function worker(name: string): Promise<Target> {
  const module = `${name}.js`;
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile: join(FOLDER, module),
    bundle: true,
    minify: true,
    format: "esm",
    logLevel: "error",
  });
  const wrangler = parse(readFileSync("wrangler.toml", "utf8"));
  const config = join(FOLDER, `${name}.capnp`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [ (name = "main", worker = .main) ],
  sockets = [ (name = "http", http = (), service = "main") ],
);

const main :Workerd.Worker = (
  modules = [ (name = "${module}", esModule = embed "${module}") ],
  compatibilityDate = "${wrangler.compatibility_date}",
);
`,
  );
  return { name, command: serving(config) };
}

function serving(config: string): Target["command"] {
  return (port) => ({
    program: workerd,
    args: ["serve", config, `--socket-addr=http=127.0.0.1:${port}`],
  });
}

/** The seed's way, in Python; undefined where its packages are missing. */
export function flask(): Target | undefined {
  // Debian's Python, to which the packages belong, is not always the first on the path.
  const python = ["python3", "/usr/bin/python3"].find(
    (candidate) =>
      spawnSync(candidate, ["-c", "import flask, PIL, torch, torchvision"]).status === 0,
  );
  if (!python) return undefined;
  return {
    name: "flask",
    smallOnly: true,
    command: (port) => ({ program: python, args: [join(here, "flask_server.py"), String(port)] }),
  };
}
