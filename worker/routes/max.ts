import { Hono } from "hono";
import type { Classifier } from "../classifier/classifier.ts";
import type { Limits } from "../limits.ts";
import { recognise } from "../recognise.ts";
import { readImages } from "../upload.ts";
import { readNormalize } from "./normalizeParameter.ts";

/** What every model of MyConvNet's architecture does, in the words of MAX's metadata. */
const MODEL_TYPE = "Digit recognition";

/**
 * The routes of IBM's Model Asset eXchange, as the seed serves them.
 *
 * `POST /predict` answers the likeliest digit of each image in upload order, which `?normalize=`
 * lets through or brings to MNIST's form as toDigit does; `GET /metadata` what
 * the weights file says of its model.
 */
export function maxRoutes(classifier: Classifier, limits: Limits): Hono {
  const { id, name, description, source, license } = classifier.metadata;
  const routes = new Hono();

  routes.post("/predict", async (c) => {
    const normalize = readNormalize(c.req.queries("normalize"));
    const images = await readImages(c.req.raw, limits);
    const results = recognise(images, classifier, limits, normalize);
    const predictions = results.map(({ digit, probability }) => ({
      prediction: digit,
      probability,
    }));
    return c.json({ status: "ok", predictions });
  });

  routes.get("/metadata", (c) =>
    c.json({ id, name, description, type: MODEL_TYPE, source, license }),
  );

  return routes;
}
