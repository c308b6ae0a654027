import { readFileSync } from "node:fs";
import sharp, { type JpegOptions } from "sharp";
import { PIXELS } from "../../../worker/classifier/kernels.ts";
import { DEEP_WEIGHT } from "../../../worker/image/png/checkPngSize.ts";
import type { Limits } from "../../../worker/settings/limits.ts";
import { assemble, chunk, disassemble } from "../../unit/image/png/writePng.ts";
import { multipartOf } from "../requests.ts";
import { noisePicture } from "./noisePicture.ts";
import { drawPattern, worstPages } from "./worstPages.ts";

/** A request that costs as much as its kind can, within some limits. */
export interface WorstRequest {
  kind: string;
  path: string;
  headers: Record<string, string>;
  /** Made when it is needed: some are as large as a body may be. */
  body(): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

const PREDICT = "/model/predict";
const READ = "/model/read";
const IMAGE = "/models/mnist-classifier";
const INFER = "/v2/models/mnist-classifier/infer";
const JSON_TYPE = { "Content-Type": "application/json" };

/** Pixels along a page's side: larger ones are averaged down. */
const PAGE = 1024;

/** What is left of a URL's 8,192 characters for escapes. */
const ESCAPES = 2700;

const sample = (name: string) =>
  readFileSync(new URL(`../../../samples/${name}.png`, import.meta.url));
const [large, small] = [sample("3-large-black-on-white"), sample("7")];
/** Pixels of the large one. */
const LARGE = 280 * 280;

/** The worst of each kind. */
export function worstRequests(limits: Limits): WorstRequest[] {
  const {
    maxBodyBytes,
    maxParts,
    maxPixels,
    maxInterlacedPixels,
    maxJpegPixels,
    maxProgressivePixels,
    maxSide,
  } = limits;
  const drawn = maxPixels < LARGE ? small : large;
  const side = Math.min(maxSide, Math.floor(Math.sqrt(maxPixels)));
  const deepSide = Math.floor(Math.min(side, Math.sqrt(maxPixels / DEEP_WEIGHT)));
  const interlacedSide = Math.min(side, Math.floor(Math.sqrt(maxInterlacedPixels)));
  const deepInterlacedSide = Math.min(deepSide, interlacedSide);
  const deepInterlaced = () =>
    noisePicture(deepInterlacedSide, { colourType: 6, depth: 16, interlaced: true });
  const picture = (kind: string, file: () => Uint8Array, path = PREDICT) => ({
    kind,
    path,
    headers: { "Content-Type": "image/png" },
    body: () => new Uint8Array(file()),
  });
  const multipart = (kind: string, count: number, file: () => Uint8Array, path = PREDICT) => {
    const made = () => multipartOf(file(), count);
    return {
      kind,
      path,
      headers: { "Content-Type": multipartOf(new Uint8Array()).type },
      body: () => made().body,
    };
  };
  const smallSide = Math.floor(Math.sqrt(maxPixels / maxParts));
  const grey8 = { colourType: 0, depth: 8 };
  return [
    picture("1-bit noise", () => noisePicture(side, { colourType: 0, depth: 1 })),
    picture("8-bit noise", () => noisePicture(side, grey8)),
    picture("8-bit RGBA", () => noisePicture(side, { colourType: 6, depth: 8 })),
    picture("palette with tRNS", () => noisePicture(side, { colourType: 3, depth: 8 }, true)),
    picture("16-bit RGB with tRNS", () =>
      noisePicture(deepSide, { colourType: 2, depth: 16 }, true),
    ),
    picture("16-bit RGBA", () => noisePicture(deepSide, { colourType: 6, depth: 16 })),
    picture("16-bit RGBA, interlaced", deepInterlaced),
    picture("the same, normalize=never", deepInterlaced, `${PREDICT}?normalize=never`),
    jpeg("baseline JPEG", maxJpegPixels, { quality: 40 }),
    jpeg("progressive JPEG", 0.75 * maxProgressivePixels, { quality: 40, progressive: true }),
    picture("a drawn digit among empty IDATs", () => filled(drawn, "IDAT", maxBodyBytes)),
    picture("a drawn digit among tEXt chunks", () => filled(drawn, "tEXt", maxBodyBytes)),
    picture("a drawn digit, normalize=always", () => drawn, `${PREDICT}?normalize=always`),
    multipart(`${maxParts} images of noise`, maxParts, () => noisePicture(smallSide, grey8)),
    multipart(`${maxParts} digits of 28×28`, maxParts, () => noisePicture(28, grey8)),
    multipart("parts of line breaks", maxParts - 1, () =>
      Buffer.alloc(Math.floor(maxBodyBytes / maxParts) - 1000, "\r\n--"),
    ),
    ...worstPages.flatMap(([name, isInk]) => [
      picture(`a page of ${name} to read`, () => drawPattern(Math.min(side, PAGE), isInk), READ),
      multipart(
        `${maxParts} pages of ${name} to read`,
        maxParts,
        () => drawPattern(smallSide, isInk),
        READ,
      ),
    ]),
    {
      kind: "FP32 images in JSON",
      path: INFER,
      headers: JSON_TYPE,
      body: () => tensor(limits, true),
    },
    {
      kind: "UINT8 images in JSON",
      path: INFER,
      headers: JSON_TYPE,
      body: () => tensor(limits, false),
    },
    { kind: "images in binary", path: INFER, ...binary(limits) },
    {
      kind: "an image in base64",
      path: IMAGE,
      headers: JSON_TYPE,
      body: () => text(JSON.stringify({ inputs: base64(drawn, maxBodyBytes) })),
    },
    {
      kind: "nested JSON",
      path: INFER,
      headers: JSON_TYPE,
      body: () => text(`{"id":"${'\\"'.repeat(maxBodyBytes / 2 - 100)}","inputs":[{}]}`),
    },
    {
      kind: "escapes in the path",
      path: `/${"%E0".repeat(ESCAPES)}`,
      headers: {},
      body: () => new Uint8Array(),
    },
    {
      kind: "escapes in the query",
      path: `${PREDICT}?${"%E0&".repeat((3 * ESCAPES) / 4)}`,
      headers: {},
      body: () => new Uint8Array(drawn),
    },
  ];
}

/** A JPEG of grey noise, as many pixels as there may be. */
function jpeg(kind: string, pixels: number, options: JpegOptions): WorstRequest {
  const side = Math.floor(Math.sqrt(pixels));
  const noise = { type: "gaussian", mean: 150, sigma: 20 } as const;
  const create = { width: side, height: side, channels: 3, background: "#fff", noise } as const;
  return {
    kind,
    path: PREDICT,
    headers: { "Content-Type": "image/jpeg" },
    body: async () => new Uint8Array(await sharp({ create }).jpeg(options).toBuffer()),
  };
}

/** A PNG as large as a body may be, with as many empty chunks as that takes. */
function filled(file: Uint8Array, type: string, bytes: number): Uint8Array {
  const parts = disassemble(file).map((part) => chunk(part.type, part.data));
  const empty = chunk(type, type === "tEXt" ? Buffer.from("a\0") : []);
  const room = Math.floor((bytes - file.length) / empty.length);
  return assemble([...parts.slice(0, -1), ...Array(room).fill(empty), ...parts.slice(-1)]);
}

/** As many images as a request may have and a body holds, as numbers in JSON. */
function tensor({ maxBatch, maxBodyBytes }: Limits, isFloat: boolean): Uint8Array<ArrayBuffer> {
  const value = (i: number) => (isFloat ? ((i % 90) / 100 - 0.9).toFixed(2) : String(i % 256));
  const length = (isFloat ? "-0.12," : "255,").length;
  const count = Math.min(maxBatch, Math.floor((maxBodyBytes - 200) / (length * PIXELS)));
  const input = {
    name: "input",
    datatype: isFloat ? "FP32" : "UINT8",
    shape: [count, PIXELS],
    data: [],
  };
  const data = Array.from({ length: count * PIXELS }, (_, i) => value(i)).join(",");
  return text(JSON.stringify({ inputs: [input] }).replace("[]", `[${data}]`));
}

function binary({ maxBatch, maxBodyBytes }: Limits) {
  const count = Math.min(maxBatch, Math.floor((maxBodyBytes - 300) / (4 * PIXELS)));
  const size = 4 * count * PIXELS;
  const input = {
    name: "input",
    datatype: "FP32",
    shape: [count, PIXELS],
    parameters: { binary_data_size: size },
  };
  const json = text(JSON.stringify({ inputs: [input] }));
  const black = new Uint8Array(new Float32Array(count * PIXELS).fill(-1).buffer);
  return {
    headers: {
      "Content-Type": "application/octet-stream",
      "Inference-Header-Content-Length": String(json.length),
    },
    body: () => new Uint8Array(Buffer.concat([json, black])),
  };
}

function base64(file: Uint8Array, maxBodyBytes: number): string {
  const bytes = Math.floor(((maxBodyBytes - 100) * 3) / 4) - file.length;
  return Buffer.from(filled(file, "IDAT", bytes)).toString("base64");
}

function text(content: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(content));
}
