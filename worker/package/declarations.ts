import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import type { PackageFile } from "./PackageFile.ts";

/** The folder of the declarations in the package. */
export const TYPES = "types";

/** A Worker's types and Node's exclude each other. */
const PROJECTS = ["worker/package/tsconfig.json", "worker/package/tsconfig.cloudflare.json"];

/** What an embedder imports, relative to worker/. */
const ROOTS = ["node", "browser", "index", "classifier"].map(
  (name) => `package/entries/${name}.d.ts`,
);
const CLOUDFLARE = "index.d.ts";

/** Of the files that are imported as they are. */
const WRITTEN = ["kernels.d.ts", "jpeg-turbo.d.ts", "weights.d.ts"];

/** An import of a file of the same project, as it stands in a declaration. */
const IMPORT = /((?:from|import\()\s*")(\.[^"]+)\.ts"/g;

/**
 * The package's type declarations: those of the entries, and of what they name.
 *
 * @throws Error with TypeScript's words if there is a mistake in the types
 */
export function declarations(): PackageFile[] {
  const output = mkdtempSync("build/types-");
  try {
    for (const project of PROJECTS) compile(project, output);
    const found = new Map<string, string>();
    for (const root of [...ROOTS, CLOUDFLARE]) follow(root, output, found);
    return [
      ...[...found].map(([path, bytes]) => ({ path: `${TYPES}/${path}`, bytes })),
      ...WRITTEN.map((name) => ({
        path: `${TYPES}/${name}`,
        bytes: readFileSync(join(import.meta.dirname, "entries", name)),
      })),
    ];
  } finally {
    rmSync(output, { recursive: true });
  }
}

function compile(project: string, output: string): void {
  const require = createRequire(import.meta.url);
  const compiler = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, "-p", project, "--outDir", output],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the types do not check:\n${stdout}`);
}

/** Takes a declaration and all that it imports, whose endings become those of what runs. */
function follow(path: string, output: string, found: Map<string, string>): void {
  if (found.has(path)) return;
  const file = join(output, path);
  if (!existsSync(file)) throw new Error(`${path} is imported, and there is no such declaration`);
  const imported: string[] = [];
  const text = readFileSync(file, "utf8").replace(IMPORT, (_, before, name) => {
    imported.push(posix.join(posix.dirname(path), `${name}.d.ts`));
    return `${before}${name}.js"`;
  });
  found.set(path, text);
  for (const next of imported) follow(next, output, found);
}
