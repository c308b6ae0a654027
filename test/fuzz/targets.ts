import { readFileSync } from "node:fs";
import { createClassifier } from "../../worker/adapters/node.ts";
import { createApp } from "../../worker/app.ts";
import { InputError } from "../../worker/errors/InputError.ts";
import type { LogLine } from "../../worker/http/log.ts";
import { readMultipart } from "../../worker/http/upload/multipart.ts";
import { type ReadDigit, read } from "../../worker/recognise.ts";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { NORMALIZE } from "../../worker/writing/toPixels.ts";
import { randomPicture } from "./pictures.ts";
import { randomUpload, type Upload } from "./uploads.ts";

/** Something that is given random input. */
export interface Target {
  /** What has to hold, whatever the input. */
  property: string;
  /** Makes an input, tries it, and says what is wrong. */
  attempt(random: () => number): Promise<Finding | undefined>;
}

/** An input that breaks a target's property: worth keeping in corpus/. */
export interface Finding {
  message: string;
  input: Uint8Array;
  /** How its file's name ends. */
  extension: string;
}

let lastLine: LogLine | undefined;
const classifier = await createClassifier();
const app = createApp({
  classifier,
  log: (line) => {
    lastLine = line;
  },
});

const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));

/** Strokes of a picture that may be taken for numbers, at most. */
const MANY = 40;

/** The statuses that tell that there is more in a picture than is read at once, or that no digit can be made out. */
const REFUSALS = [413, 422];

/** What a picture may be answered with: it is legal, but may show no digit. */
const ANSWERS = [200, ...REFUSALS];

/** The requests that a picture is tried with. */
export const PICTURE_PATHS = [
  ...NORMALIZE.map((which) => `/model/predict?normalize=${which}`),
  "/model/read",
];

/** Tries a file on one of them, and says what is wrong with the answer. */
export async function checkPicture(
  file: Uint8Array<ArrayBuffer>,
  path: string,
): Promise<string | undefined> {
  const { status } = await app.request(path, { method: "POST", body: file });
  if (ANSWERS.includes(status)) return undefined;
  return `${path} answers ${status}: ${lastLine?.fault ?? ""}`;
}

/** Reads the numbers in a file, and says what is wrong with the reading. */
export function checkNumbers(file: Uint8Array): string | undefined {
  try {
    const [{ text, probability, lines }] = read([file], { classifier, limits: defaultLimits });
    const digits = lines.flatMap((line) => line.digits);
    const texts = lines.map((line) => line.digits.map(({ prediction }) => prediction).join(""));
    if (digits.length === 0) return "it is read without a digit";
    if (text !== texts.join("\n")) return `it is read as ${text}, by its digits as ${texts}`;
    if (!isShare(probability)) return `its probability is ${probability}`;
    const odd = digits.find((digit) => !isInside(digit));
    return odd && `it has the digit ${JSON.stringify(odd)}`;
  } catch (error) {
    if (error instanceof InputError && REFUSALS.includes(error.status)) return undefined;
    return (error as Error).stack;
  }
}

function isInside({ probability, detection_box: [top, left, bottom, right] }: ReadDigit): boolean {
  const sides = [probability, top, left, bottom, right];
  return sides.every(isShare) && top < bottom && left < right;
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

/** Tries a multipart body on /model/predict and on the parser, and says what is wrong. */
export async function checkUpload({
  body,
  contentType,
  parts,
}: Upload): Promise<string | undefined> {
  const headers = { "Content-Type": contentType };
  const { status } = await app.request("/model/predict", { method: "POST", body, headers });
  if (status >= 500) return `it is answered with ${status}: ${lastLine?.fault}`;
  if (!parts) return undefined;
  const texts = (list: { name: string; data: Uint8Array }[]) =>
    list.map(({ name, data }) => `${name}: ${Buffer.from(data).toString("latin1")}`);
  const [read, written] = [texts([...readMultipart(body, contentType)]), texts(parts)];
  return JSON.stringify(read) === JSON.stringify(written)
    ? undefined
    : `it is read as ${JSON.stringify(read)}, not ${JSON.stringify(written)}`;
}

export const targets: Record<string, Target> = {
  pictures: {
    property: "any picture is answered with digits, or the refusal that there are none or too much",
    async attempt(random) {
      const input = randomPicture(random);
      const message = await checkPicture(
        input,
        PICTURE_PATHS[Math.floor(PICTURE_PATHS.length * random())],
      );
      return message ? { message, input, extension: "png" } : undefined;
    },
  },
  numbers: {
    property: "in any picture digits are read that lie within it, or it is refused",
    async attempt(random) {
      const input = randomPicture(random, MANY);
      const message = checkNumbers(input);
      return message ? { message, input, extension: "png" } : undefined;
    },
  },
  uploads: {
    property: "a multipart body is read as it was written, or refused where it is damaged",
    async attempt(random) {
      const upload = randomUpload(random, [seven, new Uint8Array(), randomPicture(random)]);
      const message = await checkUpload(upload);
      const head = Buffer.from(`Content-Type: ${upload.contentType}\r\n\r\n`);
      return message
        ? { message, input: Buffer.concat([head, upload.body]), extension: "multipart" }
        : undefined;
    },
  },
};
