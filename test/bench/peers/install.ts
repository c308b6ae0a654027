import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** The engines that ours is held against, pinned. Neither package.json nor `npm ci` knows of them. */
const VERSIONS = {
  "@tensorflow/tfjs-backend-wasm": "4.22.0",
  "@tensorflow/tfjs-core": "4.22.0",
  "onnxruntime-node": "1.30.0",
  "onnxruntime-web": "1.30.0",
};

/** Where they are put, which Git ignores. */
export const PEERS = resolve("build/bench/peers");

/** Loads a package of the peers. */
export const requirePeer: (name: string) => unknown = createRequire(join(PEERS, "package.json"));

/** Installs what is not there yet; half a gigabyte, most of it for other platforms. */
export function installPeers(): void {
  const missing = Object.entries(VERSIONS).filter(([name, version]) => version !== installed(name));
  if (missing.length === 0) return;

  mkdirSync(PEERS, { recursive: true });
  const manifest = { private: true, dependencies: VERSIONS };
  writeFileSync(join(PEERS, "package.json"), JSON.stringify(manifest, null, 2));
  console.log(`installing ${missing.map((entry) => entry.join(" ")).join(", ")} into ${PEERS}`);
  // No script has to run: the packages bring their binaries along.
  const args = [
    "install",
    "--prefix",
    PEERS,
    "--no-package-lock",
    "--ignore-scripts",
    "--no-audit",
  ];
  const { status } = spawnSync("npm", args, {
    stdio: "inherit",
    shell: process.platform === "win32", // where npm is a script of the shell
  });
  if (status !== 0) throw new Error("npm could not install the peers; they need its registry");
}

function installed(name: string): string | undefined {
  const manifest = join(PEERS, "node_modules", name, "package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined;
}
