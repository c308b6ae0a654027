import {
  appendFileSync,
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Checkout, checkOut } from "./checkout.ts";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** In all that is tampered with. */
const MARK = "tamperedwith";

/** A custom section of WebAssembly, of the name MARK and without content: an engine passes over it. */
const SECTION = Buffer.from([0, MARK.length + 1, MARK.length, ...Buffer.from(MARK)]);

/** For npm to install the packages twice, and to build as often. */
const TIMEOUT = 600_000;

let checkout: Checkout;
beforeAll(() => {
  checkout = checkOut();
  installWithOwn("upng-js");
});
afterAll(() => checkout?.remove());

/** Links the project's packages into the checkout, but for one, which is copied. */
function installWithOwn(name: string): void {
  const folder = join(checkout.folder, "node_modules");
  mkdirSync(folder);
  for (const entry of readdirSync(modules)) {
    if (entry !== name) symlinkSync(join(modules, entry), join(folder, entry));
  }
  cpSync(join(modules, name), join(folder, name), { recursive: true });
}

const npm = (...args: string[]) => checkout.run("npm", "run", "--silent", ...args);
const deploy = (...args: string[]) => npm("deploy", "--", "--dry-run", "--env", "staging", ...args);

/** Whether a file, or one in a folder, has the mark. */
const isMarked = (path: string) => readFileSync(path).includes(MARK);
const hasMarked = (folder: string) =>
  readdirSync(folder).some((name) => isMarked(join(folder, name)));

describe.each(["deploy", "pack", "compile"])("npm run %s", (command) => {
  it("refuses what is not committed", () => {
    const file = join(checkout.folder, "worker", "unfinished.ts");
    writeFileSync(file, "");
    const { status, output } = npm(command);
    rmSync(file);
    expect(status).toBe(1);
    expect(output).toMatch(/not committed:\n.*worker\/unfinished.ts\nCommit or stash/s);
  });
});

it("npm run deploy -- --bulk says what the bulk Worker needs, and stops where wrangler does not find it", () => {
  const { status, output } = npm("deploy", "--", "--bulk", "--dry-run");
  expect(status).toBe(1);
  const commands = [...output.matchAll(/^ {2}npx wrangler (.*)$/gm)].map(([, command]) => command);
  expect(commands).toEqual([
    "r2 bucket create mnist-classifier-bulk",
    "queues create mnist-classifier-bulk",
    "queues create mnist-classifier-bulk-failed",
    "r2 bucket notification create mnist-classifier-bulk --event-type object-create " +
      "--queue mnist-classifier-bulk --prefix in/",
  ]);
  expect(output).toMatch(/wrangler r2 bucket info mnist-classifier-bulk says:/);
  expect(output).toContain(`make it: npx wrangler ${commands[0]}`);
});

describe("Where a package and what was built are tampered with", () => {
  const inBuild = (name: string) => join(checkout.folder, "build", name);
  beforeAll(() => {
    appendFileSync(
      join(checkout.folder, "node_modules/upng-js/UPNG.js"),
      `\nglobalThis.${MARK} = 1;\n`,
    );
    expect(npm("bundle")).toMatchObject({ status: 0 });
    appendFileSync(inBuild("kernels.wasm"), SECTION);
    const [script] = globSync(inBuild("assets/main-*.js"));
    appendFileSync(script, `\n// ${MARK}\n`);
  }, TIMEOUT);

  it("a build in place takes that over", () => {
    expect(isMarked(join(checkout.folder, "dist", "index.js"))).toBe(true);
    expect(npm("bundle")).toMatchObject({ status: 0 });
    expect(isMarked(inBuild("kernels.wasm"))).toBe(true);
  });

  it.each(["once", "and again"])(
    "npm run deploy ships what the commit and the lock file say, %s",
    () => {
      const folder = join(checkout.folder, "dist", "deployed");
      const { status, output } = deploy("--outdir", folder);
      expect(output).toContain("--dry-run: exiting now.");
      expect(status).toBe(0);
      expect(hasMarked(folder)).toBe(false);
      const [, assets] = /from the assets directory (\S+)/.exec(output) ?? [];
      expect(assets).toMatch(/\/worktree\/build\/assets$/);
      rmSync(folder, { recursive: true });
    },
    TIMEOUT,
  );

  it(
    "npm run pack makes what they say, too",
    () => {
      expect(npm("pack")).toMatchObject({ status: 0 });
      const archive = gunzipSync(readFileSync(inBuild("mnist-classifier.tgz")));
      expect(archive.includes(MARK)).toBe(false);
    },
    TIMEOUT,
  );

  it("no worktree is left", () => {
    const { output } = checkout.run("git", "worktree", "list");
    expect(output.trim().split("\n")).toHaveLength(1);
  });
});

it(
  "npm run deploy refuses weights that are not the verified ones",
  () => {
    writeFileSync(join(checkout.folder, "weights", "mnist-classifier.safetensors"), "other");
    const git = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    checkout.run("git", ...git, "commit", "-qam", "Other weights");
    const { status, output } = deploy();
    expect(status).toBe(1);
    expect(output).toMatch(/is not the file that .*sha512sums.txt names/);
  },
  TIMEOUT,
);
