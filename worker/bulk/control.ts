import type { R2Bucket } from "@cloudflare/workers-types";
import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import * as v from "valibot";
import type { Bindings } from "./bindings.ts";
import { messageSchema } from "./messages.ts";
import { FAILED, IN } from "./objectNames.ts";
import { MOST_MESSAGES, sendAll } from "./sendAll.ts";

/** What a list of objects has of each. */
export interface ListedObject {
  key: string;
  etag: string;
  size: number;
}

/** A page of the list; `cursor` asks for the next one. */
export interface ObjectPage {
  objects: ListedObject[];
  cursor?: string;
}

/** The most messages in a request: as many as Queues takes at once. */
const messagesSchema = v.pipe(v.array(messageSchema), v.maxLength(MOST_MESSAGES));

/**
 * What `npm run bulk -- put`, `status`, `get`, `resume` and `failed` ask for: the bucket's objects, and the
 * queue to send to.
 *
 * @param token that requests have to show; without one there is nothing here
 */
export function control(token: string | undefined): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  if (token === undefined) return app;
  app.use(bearerAuth({ token }));

  app.get("/objects", async (c) => {
    const { prefix = "", cursor } = c.req.query();
    const page = await c.env.BUCKET.list({ prefix, ...(cursor !== undefined && { cursor }) });
    return c.json({
      objects: page.objects.map(({ key, etag, size }) => ({ key, etag, size })),
      ...(page.truncated && { cursor: page.cursor }),
    } satisfies ObjectPage);
  });

  app.get("/object", async (c) => {
    const object = await c.env.BUCKET.get(c.req.query("key") ?? "");
    return object ? new Response(object.body as unknown as BodyInit) : c.notFound();
  });

  app.put("/object", async (c) => {
    const key = c.req.query("key") ?? "";
    if (!key.startsWith(IN)) return c.text(`The key of a picture begins with ${IN}`, 400);
    await c.env.BUCKET.put(key, (c.req.raw.body ?? "") as Parameters<R2Bucket["put"]>[1]);
    return c.body(null, 204);
  });

  app.delete("/object", async (c) => {
    const key = c.req.query("key") ?? "";
    if (!key.startsWith(FAILED)) return c.text(`Only what is below ${FAILED} is deleted here`, 400);
    await c.env.BUCKET.delete(key);
    return c.body(null, 204);
  });

  app.post("/messages", async (c) => {
    const messages = v.safeParse(messagesSchema, await c.req.json());
    if (!messages.success) return c.text(`Not messages: ${messages.issues[0].message}`, 400);
    await sendAll(c.env.QUEUE, messages.output);
    return c.body(null, 204);
  });

  return app;
}
