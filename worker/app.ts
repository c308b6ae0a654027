import type { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import type { Classifier } from "./classifier/classifier.ts";
import { InputError } from "./errors/InputError.ts";
import { accessChecks, crossOrigin } from "./http/access.ts";
import { bytesInFlight } from "./http/body/bytesInFlight.ts";
import type { ServiceEnv } from "./http/env.ts";
import { errorAnswer } from "./http/errorAnswer.ts";
import { answerHeaders } from "./http/headers.ts";
import { type Log, requestLog } from "./http/log.ts";
import { newRoutes } from "./http/newRoutes.ts";
import { requestMetrics } from "./http/requestMetrics.ts";
import { checkedTarget, pathOf } from "./http/target.ts";
import type { JpegDecoder } from "./image/jpeg/bindJpegDecoder.ts";
import { protocols } from "./protocols/protocols.ts";
import { type Access, checkAccess } from "./settings/access.ts";
import { completeInfo, type Info } from "./settings/info.ts";
import { completeLimits, type Limits } from "./settings/limits.ts";
import type { MetricsDataset } from "./settings/MetricsDataset.ts";
import { metrics as metricsParser } from "./settings/parsers.ts";
import { check, checkNames } from "./settings/Setting.ts";
import type { Assets } from "./site/assets.ts";
import { descriptionRoutes } from "./site/descriptionRoutes.ts";
import { pageRoutes } from "./site/pageRoutes.ts";

/** What the service is made of. */
export interface AppOptions {
  classifier: Classifier;
  /** As bindJpegDecoder makes it; without it JPEGs are refused, and a bundle is 53 KB smaller. */
  decodeJpeg?: JpegDecoder;
  /** Where a limit is not given, its default holds. */
  limits?: Partial<Limits>;
  /** Who may call it; everybody where nothing is given. */
  access?: Access;
  /** The files of the page and of the API's description; without them there are neither. */
  assets?: Assets | undefined;
  /** What the API's description says of it. */
  info?: Partial<Info>;
  /** Takes a line for each request; without it only faults of the service are logged, by console. */
  log?: Log | undefined;
  /** Whether the lines have the sizes of each stage. */
  debug?: boolean;
  /** Takes figures of each request: an Analytics Engine binding. */
  metrics?: MetricsDataset | undefined;
}

const OPTIONS = [
  "classifier",
  "decodeJpeg",
  "limits",
  "access",
  "assets",
  "info",
  "log",
  "debug",
  "metrics",
];

/**
 * The service as a Hono app that knows no platform.
 *
 * @throws Error for an option that is unknown or not valid
 *
 * @example
 * ```ts
 * const app = createApp({ classifier: bindClassifier({ kernels, weights }) });
 * const response = await app.request("/model/predict", { method: "POST", body: png });
 * ```
 */
export function createApp(options: AppOptions): Hono<ServiceEnv> {
  checkNames("option", Object.keys(options), OPTIONS);
  const { classifier, decodeJpeg, assets, log, debug = false, metrics } = options;
  const access = checkAccess(options.access ?? {});
  const info = completeInfo(options.info ?? {});
  const service = {
    classifier,
    decodeJpeg,
    limits: completeLimits(options.limits ?? {}),
    version: info.version,
  };
  const app = newRoutes(pathOf);

  app.use(requestId(), requestLog(log, debug));
  if (metrics) app.use(requestMetrics(check("metrics", metricsParser, metrics)));
  app.use(answerHeaders);
  for (const { path } of protocols.filter(({ hasPlainErrors }) => hasPlainErrors)) {
    app.use(`${path}/*`, async (c, next) => {
      c.set("hasPlainErrors", true);
      await next();
    });
  }
  app.use(checkedTarget());
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

  if (access.corsOrigins) app.use(crossOrigin(access.corsOrigins));
  // Before the access checks: what watches over the service has no token, and asks often.
  app.get("/health", (c) => c.json({ status: "ok" }));
  app.get("/v2/health/live", (c) => c.json({ live: true }));
  app.get("/v2/health/ready", (c) => c.json({ ready: true }));
  // And before them the page: it holds no secret, and what it sends to the API is checked.
  if (assets) {
    app.route("/", descriptionRoutes(assets, info));
    app.route("/", pageRoutes(assets));
  }
  for (const check of accessChecks(access)) app.use(check);
  app.use(bytesInFlight(service.limits));

  for (const { path, routes } of protocols) app.route(path, routes(service));

  // Not app.notFound: an app that mounts this one would drop it.
  app.all("*", (c) =>
    errorAnswer(c, "There is nothing here. Try POST /model/predict or GET /model/metadata.", 404),
  );

  app.onError((error, c) => {
    if (error instanceof InputError) {
      const { message, status, retryAfter } = error;
      const headers = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
      return errorAnswer(c, message, status, headers);
    }
    if (error instanceof HTTPException) return error.getResponse();
    if (!log) console.error(error);
    return errorAnswer(c, "Internal error; your request is not at fault.", 500);
  });

  return app;
}
