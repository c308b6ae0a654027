import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { StaticFile } from "../StaticFile.ts";

/** What Swagger UI needs of its package, the notices of those it is made of among it. */
const PACKAGED = [
  "swagger-ui.css",
  "swagger-ui-bundle.js",
  "swagger-ui-bundle.js.LICENSE.txt",
  "favicon-32x32.png",
];

/** The page that shows the API: Swagger UI, and the two files that set it up. */
export function docsFiles(): StaticFile[] {
  const packaged = PACKAGED.map((name) =>
    fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`)),
  );
  const own = ["index.html", "docs.js"].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  );
  return [...packaged, ...own].map((file) => ({
    path: `docs/${basename(file)}`,
    bytes: readFileSync(file),
  }));
}
