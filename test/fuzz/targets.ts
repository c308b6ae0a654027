import { readFileSync } from "node:fs";
import { createClassifier } from "../../worker/adapters/node.ts";
import { createApp } from "../../worker/app.ts";
import type { LogLine } from "../../worker/http/log.ts";
import { readMultipart } from "../../worker/http/upload/multipart.ts";
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
const app = createApp({
  classifier: await createClassifier(),
  log: (line) => {
    lastLine = line;
  },
});

const seven = readFileSync(new URL("../../samples/7.png", import.meta.url));

/** What a picture may be answered with: it is legal, but may show no digit. */
const ANSWERS = [200, 422];

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
    property: "any picture is answered with digits or the refusal that there are none",
    async attempt(random) {
      const input = randomPicture(random);
      const message = await checkPicture(
        input,
        PICTURE_PATHS[Math.floor(PICTURE_PATHS.length * random())],
      );
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
