import { createClassifier } from "../../../worker/adapters/node.ts";
import { createApp } from "../../../worker/app.ts";

/**
 * The service itself, as `POST /model/predict` answers, without a network.
 *
 * @returns a function that reads a PNG file: the digit, or null where it is refused
 */
export async function createReader(): Promise<(png: Uint8Array) => Promise<number | null>> {
  const app = createApp({ classifier: await createClassifier() });
  return async (png) => {
    const body = Uint8Array.from(png);
    const response = await app.request("/model/predict", { method: "POST", body });
    if (!response.ok) return null;
    const { predictions } = (await response.json()) as Answer;
    return predictions[0].prediction;
  };
}

interface Answer {
  predictions: { prediction: number }[];
}
