import { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { Classifier } from "./classifier/classifier.ts";
import { errorReply, InputError } from "./errors.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { maxRoutes } from "./routes/max.ts";

/** What the service is made of. */
export interface AppOptions {
  classifier: Classifier;
  /** Where a limit is not given, its default holds. */
  limits?: Partial<Limits>;
}

/**
 * The service as a Hono app that knows no platform.
 *
 * @example
 * ```ts
 * const app = createApp({ classifier: createClassifier({ kernels, weights }) });
 * const response = await app.request("/model/predict", { method: "POST", body: png });
 * ```
 */
export function createApp({ classifier, limits = {} }: AppOptions): Hono {
  const app = new Hono();

  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = methods.join(", ");
        return c.json(errorReply(`This path takes ${allow}.`), 405, { Allow: allow });
      },
    }),
  );

  app.route("/model", maxRoutes(classifier, { ...defaultLimits, ...limits }));

  // Not app.notFound: an app that mounts this one would drop it.
  app.all("*", (c) =>
    c.json(
      errorReply("There is nothing here. Try POST /model/predict or GET /model/metadata."),
      404,
    ),
  );

  app.onError((error, c) => {
    if (error instanceof InputError) return c.json(errorReply(error.message), error.status);
    console.error(error);
    return c.json(errorReply("The service failed. The fault is its own."), 500);
  });

  return app;
}
