/** Where the API predicts, as seen from the page. */
export const PREDICT = "model/predict";

/** What is known of a drawing. */
export interface Answer {
  /** The likeliest digit. */
  digit: number;
  /** By digit, 0 … 1; those that are not known are left out. */
  probabilities: Readonly<Record<number, number>>;
}

/** What the API answers, as far as it is of interest here. */
interface Reply {
  message?: string;
  predictions?: { prediction: number; probability: number }[];
}

/**
 * Asks the API for the probability of each digit.
 *
 * @param file a PNG or JPEG
 *
 * @throws Error with a message for whoever has drawn, the API's own where it has one
 */
export async function askServer(file: Blob, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`${PREDICT}?topk=10`, {
    method: "POST",
    body: file,
    signal,
  }).catch(() => {
    throw new Error("The server cannot be reached. The page itself needs none: switch back.");
  });
  const { message, predictions = [] }: Reply = await response.json().catch(() => ({}));
  const [first] = predictions;
  if (!first) throw new Error(message ?? `The server answers ${response.status}.`);
  const probabilities = Object.fromEntries(
    predictions.map(({ prediction, probability }) => [prediction, probability]),
  );
  return { digit: first.prediction, probabilities };
}
