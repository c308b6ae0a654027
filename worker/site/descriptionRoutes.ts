import type { Hono } from "hono";
import { basePath } from "hono/route";
import type { ServiceEnv } from "../http/env.ts";
import { CONSTANT } from "../http/headers.ts";
import { newRoutes } from "../http/newRoutes.ts";
import type { Info } from "../settings/info.ts";
import type { Assets } from "./assets.ts";

/** The API's descriptions, which the build makes, and what in each is known only when served. */
const DESCRIPTIONS = {
  "openapi.json": (base: string) => ({ servers: [{ url: base || "/" }] }),
  "swagger.json": (base: string) => ({ basePath: base || "/" }),
};

/**
 * `GET /openapi.json`, OpenAPI 3.1, and `GET /swagger.json`, Swagger 2.0 of MAX's routes.
 *
 * @param info in place of the build's
 */
export function descriptionRoutes({ list, read }: Assets, info: Info): Hono<ServiceEnv> {
  const routes = newRoutes();
  for (const [name, own] of Object.entries(DESCRIPTIONS)) {
    if (!list[name]) continue;
    routes.get(`/${name}`, async (c) => {
      const description = (await (await read(name)).json()) as { info: object };
      // Where another app mounts this one. Not the path less the name: either may be escaped.
      const base = encodeURI(basePath(c).replace(/\/$/, ""));
      const named = { ...description, info: { ...description.info, ...info } };
      return c.json({ ...named, ...own(base) }, 200, CONSTANT);
    });
  }
  return routes;
}
