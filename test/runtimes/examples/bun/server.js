import { createApp, createClassifier, createJpegDecoder, nodeAssets } from "mnist-classifier/node";

const app = createApp({
  classifier: await createClassifier(),
  decodeJpeg: await createJpegDecoder(),
  assets: await nodeAssets(),
});

Bun.serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 5000) });
