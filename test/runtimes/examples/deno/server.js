import { createApp, createClassifier, createJpegDecoder, nodeAssets } from "mnist-classifier/node";

const app = createApp({
  classifier: await createClassifier(),
  decodeJpeg: await createJpegDecoder(),
  assets: await nodeAssets(),
});

Deno.serve({ port: Number(Deno.env.get("PORT") ?? 5000) }, app.fetch);
