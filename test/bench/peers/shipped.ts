import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes of files, each gzipped by itself as a server does. */
export function gzipped(...files: (string | URL | Uint8Array)[]): number {
  const bytes = files.map((file) => (file instanceof Uint8Array ? file : readFileSync(file)));
  return bytes.reduce((sum, file) => sum + gzipSync(file).length, 0);
}

/**
 * What a bundler makes of a program for browsers: only what it imports, minified.
 *
 * @param folder from which its imports are resolved
 */
export async function bundled(program: string, folder: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    // Node's modules stand behind a check for Node.
    external: ["node:*", "fs", "path", "crypto", "worker_threads", "perf_hooks", "os", "util"],
    logLevel: "error",
  });
  return outputFiles[0].contents;
}
