import type { DetectionBox } from "../../writing/lines/detectionBox.ts";

/** Where the API reads one digit and several, as seen from the page. */
export const PREDICT = "model/predict";
export const READ = "model/read";

/** The status under which the API says that it makes out no digit, or not just one. */
const UNREADABLE = 422;

/** What is known of a drawing. */
export interface Answer {
  /** All digits, with a line feed between two lines. */
  text: string;
  /** That they are all right, 0 … 1. */
  probability: number;
  /** In reading order. */
  digits: AnsweredDigit[];
}

/** What is known of a digit. */
export interface AnsweredDigit {
  /** The likeliest digit. */
  digit: number;
  /** By digit, 0 … 1; those that are not known are left out. */
  probabilities: Readonly<Record<number, number>>;
  /** In the image, of one among several. */
  box?: DetectionBox;
}

/** What the API says of a digit, as far as it is of interest here. */
interface Prediction {
  prediction: number;
  probability: number;
}

/** The entry of an image in what `/model/read` answers. */
interface ReadImage {
  text: string;
  probability: number;
  lines: { digits: (Prediction & { detection_box: DetectionBox })[] }[];
}

/**
 * Asks the API for the digits of a picture; where there is one, for the probability of each class.
 *
 * @param file a PNG or JPEG
 *
 * @throws Error with a message for whoever has drawn, the API's own where it has one
 */
export async function askServer(file: Blob, signal: AbortSignal): Promise<Answer> {
  const [image] = await post<ReadImage>(READ, file, signal, UNREADABLE);
  const digits = image?.lines.flatMap((line) => line.digits) ?? [];
  if (image && digits.length > 1) {
    const { text, probability } = image;
    return {
      text,
      probability,
      digits: digits.map(({ prediction, probability, detection_box }) => ({
        digit: prediction,
        probabilities: { [prediction]: probability },
        box: detection_box,
      })),
    };
  }
  const predictions = await post<Prediction>(`${PREDICT}?topk=10`, file, signal);
  const [{ prediction, probability }] = predictions;
  const probabilities = Object.fromEntries(
    predictions.map(({ prediction, probability }) => [prediction, probability]),
  );
  return {
    text: String(prediction),
    probability,
    digits: [{ digit: prediction, probabilities }],
  };
}

/**
 * Posts a picture.
 *
 * @param passed a status under which there is nothing, and no error
 * @returns the answer's predictions
 */
async function post<Entry>(
  path: string,
  body: Blob,
  signal: AbortSignal,
  passed?: number,
): Promise<Entry[]> {
  const response = await fetch(path, { method: "POST", body, signal }).catch(() => {
    throw new Error("The server cannot be reached. The page itself needs none: switch back.");
  });
  const { message, predictions }: { message?: string; predictions?: Entry[] } = await response
    .json()
    .catch(() => ({}));
  if (response.status === passed) return [];
  if (predictions) return predictions;
  throw new Error(message ?? `The server answers ${response.status}.`);
}
