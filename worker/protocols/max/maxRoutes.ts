import type { Context, Hono } from "hono";
import type { Classification } from "../../classifier/classifier.ts";
import type { ServiceEnv } from "../../http/env.ts";
import { CONSTANT } from "../../http/headers.ts";
import { newRoutes } from "../../http/newRoutes.ts";
import { readImages } from "../../http/upload/readImages.ts";
import { digitsOf, read, recognise } from "../../recognise.ts";
import { readParameters } from "../parameters.ts";
import { ranking } from "../ranking.ts";
import type { Service } from "../Service.ts";
import type { PredictAnswer, ReadAnswer } from "./maxSchemas.ts";

/** What every model of MyConvNet's architecture does, in the words of MAX's metadata. */
const MODEL_TYPE = "Digit recognition";

/**
 * The routes of IBM's Model Asset eXchange, as the tutorial serves them.
 *
 * `POST /predict` answers the likeliest digit of each image in upload order, and more of them with
 * `topk` or `threshold`; `POST /read` every digit of each image, in reading order; `GET /metadata` what the weights file says of its model; `GET /labels` the
 * classes.
 */
export function maxRoutes(service: Service): Hono<ServiceEnv> {
  const { classifier, limits } = service;
  const { id, name, description, source, license } = classifier.metadata;
  const routes = newRoutes();

  const upload = async (c: Context<ServiceEnv>) => {
    const upload = await readImages(c.req.raw, limits, c.get("heldBytes"));
    c.get("trace")({ stage: "upload", images: upload.images.length });
    return upload;
  };

  routes.post("/predict", async (c) => {
    const { images, fields } = await upload(c);
    const { normalize, topk, threshold } = readParameters(
      c,
      ["normalize", "topk", "threshold"],
      fields,
    );
    const results = recognise(images, service, normalize, c.get("trace"));
    c.get("countDigits")?.(results.map(({ digit }) => digit));
    const predictions =
      topk === undefined && threshold === undefined
        ? results.map(({ digit, probability }) => ({ prediction: digit, probability }))
        : results.flatMap(likeliest(topk, threshold, images.length > 1));
    return c.json({ status: "ok", predictions } satisfies PredictAnswer);
  });

  routes.post("/read", async (c) => {
    const { images, fields } = await upload(c);
    const { threshold } = readParameters(c, ["threshold"], fields);
    const predictions = read(images, service, threshold, c.get("trace"));
    c.get("countDigits")?.(predictions.flatMap(digitsOf));
    return c.json({ status: "ok", predictions } satisfies ReadAnswer);
  });

  routes.get("/metadata", (c) =>
    c.json({ id, name, description, type: MODEL_TYPE, source, license }, 200, CONSTANT),
  );

  const labels = classifier.labels.map((name, id) => ({ id, name }));
  routes.get("/labels", (c) => c.json({ count: labels.length, labels }, 200, CONSTANT));

  return routes;
}

/** The best digits of an image, at most `topk`, each with a probability of at least `threshold`. */
function likeliest(topk: number | undefined, threshold = 0, tellsImage = false) {
  return ({ probabilities }: Classification, image: number): PredictAnswer["predictions"] =>
    ranking(probabilities)
      .slice(0, topk)
      .filter((digit) => probabilities[digit] >= threshold)
      .map((prediction) => ({
        prediction,
        probability: probabilities[prediction],
        ...(tellsImage && { image }),
      }));
}
