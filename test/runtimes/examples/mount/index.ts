import { env } from "cloudflare:workers";
import { Hono } from "hono";
import { assetsFrom, bindClassifier, createApp } from "mnist-classifier";
import files from "mnist-classifier/assets.json";
import kernels from "mnist-classifier/kernels.wasm";
import weights from "mnist-classifier/weights";

const digits = createApp({
  classifier: bindClassifier({ kernels, weights }),
  assets: assetsFrom(env.ASSETS, files),
});

const app = new Hono();
app.get("/", (c) => c.text("Draw a digit at /digits/"));
app.route("/digits", digits);

export default app;
