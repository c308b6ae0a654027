import type { Hono, MiddlewareHandler } from "hono";
import { basePath } from "hono/route";
import type { ServiceEnv } from "../http/env.ts";
import { newRoutes } from "../http/newRoutes.ts";
import type { AssetFile, Assets } from "./assets.ts";

/** What a page may load: its own files, and pictures that it has got already. */
const policy = (...own: string[]) =>
  [
    "default-src 'none'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    ...own,
  ].join("; ");

/** The pages: where they are, and under which policy. */
const PAGES: Readonly<Record<string, string>> = {
  "index.html": policy(
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src blob: data:",
  ),
  // Swagger UI sets styles in its elements.
  "docs/index.html": policy(
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
  ),
};

/** `GET /`, the drawing page, `GET /docs/`, the API's, and the files that belong to them. */
export function pageRoutes({ list, read }: Assets): Hono<ServiceEnv> {
  const routes = newRoutes();

  /** Sends a file with this service's own headers: each runtime's asset server has others. */
  const send = (name: string): MiddlewareHandler => {
    const headers = headersOf(list[name], PAGES[name]);
    return async (c, next) => {
      // All the headers again: a browser may take a 304's for the page's, its policies among them.
      if (names(c.req.header("If-None-Match"), list[name].etag)) return c.body(null, 304, headers);
      const { ok, body } = await read(name);
      return ok ? c.newResponse(body, 200, headers) : next();
    };
  };

  for (const name of Object.keys(list)) routes.get(`/${name}`, send(name));

  if (list["docs/index.html"]) {
    routes.get("/docs/", send("docs/index.html"));
    routes.get("/docs", (c) => c.redirect("./docs/", 308));
  }

  const page = send("index.html");
  routes.get("/", async (c, next) => {
    // Where another app mounts this one at /digits, the page's relative links need /digits/.
    const { pathname, search } = new URL(c.req.url);
    if (pathname.endsWith("/")) return page(c, next);
    return c.redirect(`./${pathname.split("/").at(-1)}/${search}`, 308);
  });
  // Hono does not count /digits/ as GET / of what is mounted at /digits.
  routes.use((c, next) => {
    const reads = ["GET", "HEAD"].includes(c.req.method);
    return reads && c.req.path === `${basePath(c)}/` ? page(c, next) : next();
  });

  return routes;
}

/** Whether an If-None-Match header names this ETag, be it as a weak one (RFC 9110, 13.1.2). */
function names(header: string | undefined, etag: string): boolean {
  return header === "*" || header?.match(/"[^"]*"/g)?.includes(etag) === true;
}

function headersOf(
  { type, etag, lasting }: AssetFile,
  contentPolicy: string | undefined,
): Record<string, string> {
  return {
    "Content-Type": type,
    ETag: etag,
    "Cache-Control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
    ...(contentPolicy && {
      "Content-Security-Policy": contentPolicy,
      "Cross-Origin-Opener-Policy": "same-origin",
    }),
  };
}
