import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import type { Classifier } from "./classifier/classifier.ts";
import { InputError } from "./errors/InputError.ts";
import { crossOrigin, doorkeepers } from "./http/access.ts";
import type { ServiceEnv } from "./http/env.ts";
import { errorAnswer } from "./http/errorAnswer.ts";
import { answerHeaders } from "./http/headers.ts";
import { type Log, requestLog } from "./http/log.ts";
import { huggingFaceRoutes } from "./protocols/huggingFace/huggingFaceRoutes.ts";
import { maxRoutes } from "./protocols/max/maxRoutes.ts";
import { openInferenceRoutes } from "./protocols/openInference/openInferenceRoutes.ts";
import type { Doors } from "./settings/access.ts";
import { defaultInfo, type Info } from "./settings/info.ts";
import { completeLimits, type Limits } from "./settings/limits.ts";
import type { Assets } from "./site/assets.ts";
import { descriptionRoutes } from "./site/descriptionRoutes.ts";
import { pageRoutes } from "./site/pageRoutes.ts";

/** What the service is made of. */
export interface AppOptions {
  classifier: Classifier;
  /** Where a limit is not given, its default holds. */
  limits?: Partial<Limits>;
  /** All are off where nothing is given. */
  doors?: Doors;
  /** The files of the page and of the API's description; without them there are neither. */
  assets?: Assets | undefined;
  /** What the API's description says of it. */
  info?: Partial<Info>;
  /** Takes a line for each request; without it nothing is logged but faults of the service. */
  log?: Log | undefined;
  /** Whether the lines tell the time and sizes of each stage. */
  debug?: boolean;
}

/** The protocols whose errors are `{ error }`. */
const PLAIN_ERRORS = ["/models/*", "/v2/*"];

/**
 * The service as a Hono app that knows no platform.
 *
 * @throws Error for a limit that is none
 *
 * @example
 * ```ts
 * const app = createApp({ classifier: createClassifier({ kernels, weights }) });
 * const response = await app.request("/model/predict", { method: "POST", body: png });
 * ```
 */
export function createApp(options: AppOptions): Hono<ServiceEnv> {
  const { classifier, limits = {}, doors = {}, assets, log, debug = false } = options;
  const service = { classifier, limits: completeLimits(limits) };
  const info = { ...defaultInfo, ...options.info };
  const app = new Hono<ServiceEnv>();

  app.use(requestId(), requestLog(log, debug), ...answerHeaders());
  for (const path of PLAIN_ERRORS) {
    app.use(path, async (c, next) => {
      c.set("hasPlainErrors", true);
      await next();
    });
  }
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = [...methods, "OPTIONS"].join(", ");
        // The 404 that this replaces has had one.
        c.res.headers.delete("Content-Type");
        return c.req.method === "OPTIONS"
          ? c.body(null, 204, { Allow: allow })
          : errorAnswer(c, `This path takes ${allow}.`, 405, { Allow: allow });
      },
    }),
  );

  if (doors.origins) app.use(crossOrigin(doors.origins));
  // Before the doors: what watches over the service has no token, and asks often.
  app.get("/health", (c) => c.json({ status: "ok" }));
  app.get("/v2/health/live", (c) => c.json({ live: true }));
  app.get("/v2/health/ready", (c) => c.json({ ready: true }));
  // And before them the page: it holds no secret, and what it sends to the API passes the doors.
  if (assets) {
    app.route("/", descriptionRoutes(assets, info));
    app.route("/", pageRoutes(assets));
  }
  for (const doorkeeper of doorkeepers(doors)) app.use(doorkeeper);

  app.route("/model", maxRoutes(service));
  app.route("/models", huggingFaceRoutes(service));
  app.route("/v2", openInferenceRoutes(service, info.version));

  // Not app.notFound: an app that mounts this one would drop it.
  app.all("*", (c) =>
    errorAnswer(c, "There is nothing here. Try POST /model/predict or GET /model/metadata.", 404),
  );

  app.onError((error, c) => {
    if (error instanceof InputError) return errorAnswer(c, error.message, error.status);
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return errorAnswer(c, "The service failed. The fault is its own.", 500);
  });

  return app;
}
