import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { Assets } from "./assets.ts";
import type { Classifier } from "./classifier/classifier.ts";
import type { Doors } from "./doors.ts";
import { errorReply, InputError } from "./errors.ts";
import { completeLimits, type Limits } from "./limits.ts";
import { doorkeepers } from "./middleware/doors.ts";
import { answerHeaders } from "./middleware/headers.ts";
import { maxRoutes } from "./routes/max.ts";
import { pageRoutes } from "./routes/page.ts";

/** What the service is made of. */
export interface AppOptions {
  classifier: Classifier;
  /** Where a limit is not given, its default holds. */
  limits?: Partial<Limits>;
  /** All are off where nothing is given. */
  doors?: Doors;
  /** The drawing page's files; without them there is no page. */
  assets?: Assets | undefined;
}

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
export function createApp({ classifier, limits = {}, doors = {}, assets }: AppOptions): Hono {
  const app = new Hono();

  app.use(...answerHeaders());
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = methods.join(", ");
        return c.json(errorReply(`This path takes ${allow}.`), 405, { Allow: allow });
      },
    }),
  );

  // Before the doors: what watches over the service has no token, and asks often.
  app.get("/health", (c) => c.json({ status: "ok" }));
  // And before them the page: it holds no secret, and what it sends to the API passes the doors.
  if (assets) app.route("/", pageRoutes(assets));
  for (const doorkeeper of doorkeepers(doors)) app.use(doorkeeper);

  app.route("/model", maxRoutes(classifier, completeLimits(limits)));

  // Not app.notFound: an app that mounts this one would drop it.
  app.all("*", (c) =>
    c.json(
      errorReply("There is nothing here. Try POST /model/predict or GET /model/metadata."),
      404,
    ),
  );

  app.onError((error, c) => {
    if (error instanceof InputError) return c.json(errorReply(error.message), error.status);
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return c.json(errorReply("The service failed. The fault is its own."), 500);
  });

  return app;
}
