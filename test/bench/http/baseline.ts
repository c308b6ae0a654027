/**
 * What `npm run bench:http` holds the service against: the same app's middleware, and one route that
 * reads its body and answers as many bytes. Never deployed.
 */
import { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import list from "../../../build/assets.json" with { type: "json" };
import type { ServiceEnv } from "../../../worker/http/env.ts";
import { answerHeaders } from "../../../worker/http/headers.ts";
import { type Log, requestLog } from "../../../worker/http/log.ts";
import { pageRoutes } from "../../../worker/site/pageRoutes.ts";

/** The answer to samples/7.png. */
const ANSWER = {
  status: "ok",
  predictions: [{ prediction: 7, probability: 0.996941328048706 }],
};

/** @param log as createApp takes it */
export function createBaseline(log?: Log): Hono<ServiceEnv> {
  const app = new Hono<ServiceEnv>();
  app.use(requestId(), requestLog(log, false), answerHeaders);
  app.use(methodNotAllowed({ app }));
  app.route("/", pageRoutes({ list, read: async () => new Response() }));
  app.post("/model/predict", async (c) => {
    await c.req.arrayBuffer();
    return c.json(ANSWER);
  });
  return app;
}

export default createBaseline((line) => console.log(JSON.stringify(line)));
