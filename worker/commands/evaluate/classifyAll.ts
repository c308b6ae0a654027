import { progressBar } from "../../adapters/terminal/progress.ts";
import type { createApp } from "../../app.ts";
import type { Normalize } from "../../writing/toPixels.ts";
import type { Dataset } from "./dataset.ts";

/** The status that tells that no digit can be made out. */
const UNREADABLE = 422;

/** What the service made of a labelled image. */
export interface Result {
  name: string;
  group: string;
  label: number;
  /** Null where it made out none, which is a mistake, too. */
  digit: number | null;
  /** Of that digit, 0 … 1; 0 where there is none. */
  probability: number;
}

/**
 * Sends every image to the service, each in a request of its own, and shows how far it is.
 *
 * @param normalize as toPixels takes it
 * @throws Error that names the first image that is broken or over a limit, and why
 */
export async function classifyAll(
  app: ReturnType<typeof createApp>,
  { count, images }: Dataset,
  normalize: Normalize,
): Promise<Result[]> {
  const results: Result[] = [];
  const progress = progressBar(count);
  for (const { name, group, label, file } of images) {
    const body = file as BodyInit;
    const response = await app.request(`/model/predict?normalize=${normalize}`, {
      method: "POST",
      body,
    });
    if (response.status === UNREADABLE) {
      results.push({ name, group, label, digit: null, probability: 0 });
      progress(results.length);
      continue;
    }
    if (!response.ok) {
      const { message } = (await response.json()) as { message: string };
      throw new Error(`${name} is refused: ${message}`);
    }
    const { predictions } = (await response.json()) as Predictions;
    const [{ prediction: digit, probability }] = predictions;
    results.push({ name, group, label, digit, probability });
    progress(results.length);
  }
  return results;
}

interface Predictions {
  predictions: [{ prediction: number; probability: number }];
}
