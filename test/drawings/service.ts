import { createClassifier } from "../../worker/adapters/node.ts";
import { createApp } from "../../worker/app.ts";

/** What the service says of a picture: a digit, or why there is none. */
export type Reading = { digit: number; refusal: null } | { digit: null; refusal: string };

/** The service itself, without a network: reads PNG files as `POST /model/predict` does. */
export async function createReader(): Promise<(png: Uint8Array) => Promise<Reading>> {
  const app = createApp({ classifier: await createClassifier() });
  return async (png) => {
    const body = Uint8Array.from(png);
    const response = await app.request("/model/predict", { method: "POST", body });
    const answer = await response.json();
    if (response.ok) return { digit: answer.predictions[0].prediction, refusal: null };
    return { digit: null, refusal: `${response.status}: ${answer.message}` };
  };
}
