import { env } from "cloudflare:workers";
import { Hono } from "hono";
import { assetsFrom, bindClassifier, bindJpegDecoder, createApp } from "mnist-classifier";
import files from "mnist-classifier/assets.json";
import jpegTurbo from "mnist-classifier/jpeg-turbo.wasm";
import kernels from "mnist-classifier/kernels.wasm";
import weights from "mnist-classifier/weights";

const digits = createApp({
  classifier: bindClassifier({ kernels, weights }),
  decodeJpeg: bindJpegDecoder(jpegTurbo),
  assets: assetsFrom(env.ASSETS, files),
});

const app = new Hono();
app.get("/", (c) => c.text("Draw a digit at /digits/"));
app.route("/digits", digits);

export default app;
