import { readdirSync } from "node:fs";

/** The bundle, relative to the project's folder. */
export const DIST = "dist";

/** The kinds of modules in a bundle, by the ending of the file: as workerd and miniflare name them. */
const KINDS = {
  js: { workerd: "esModule", miniflare: "ESModule" },
  wasm: { workerd: "wasm", miniflare: "CompiledWasm" },
  bin: { workerd: "data", miniflare: "Data" },
} as const;

/** A module of the bundle. */
export interface BundledModule {
  name: string;
  kind: (typeof KINDS)[keyof typeof KINDS];
}

/** The modules in dist/, the one that the Worker starts with first. */
export function bundledModules(): BundledModule[] {
  return readdirSync(DIST)
    .toSorted((a, b) => Number(b === "index.js") - Number(a === "index.js"))
    .flatMap((name) => {
      const kind = KINDS[name.split(".").at(-1) as keyof typeof KINDS];
      return kind ? [{ name, kind }] : [];
    });
}
