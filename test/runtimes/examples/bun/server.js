import { createApp, createClassifier, nodeAssets } from "mnist-classifier/node";

const app = createApp({ classifier: await createClassifier(), assets: await nodeAssets() });

Bun.serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 5000) });
