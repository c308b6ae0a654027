import { readFileSync } from "node:fs";
import type { GenericSchema } from "valibot";
import { decodeImage, IMAGE_TYPES } from "../../image/decodeImage.ts";
import { defaultLimits } from "../../settings/limits.ts";
import { noJudge } from "../../writing/plainSteps.ts";
import { toPixels } from "../../writing/toPixels.ts";
import type { Content, Request } from "./Operation.ts";

/** Bytes as they are. */
export const octets = { schema: { type: "string", format: "binary" } };

const sample = (name: string) => readFileSync(new URL(`../../../samples/${name}`, import.meta.url));
const seven = sample("7.png");

export function json(schema: GenericSchema): Content {
  return { "application/json": { schema } };
}

/** An image as it is, whatever it is declared as; these types say what it is, or nothing. */
export function raw(): Content {
  return Object.fromEntries(
    [...IMAGE_TYPES, "application/octet-stream"].map((type) => [type, octets]),
  );
}

/** A form with an image. The part may come several times, and be called `image` too. */
export function form(): Content {
  return {
    "multipart/form-data": {
      schema: { type: "object", properties: { file: octets.schema }, required: ["file"] },
    },
  };
}

/** A request with a digit as its body. */
export function sevenPng(): Request {
  return sendPng(seven);
}

/** A request with two lines of digits as its body. */
export function numberPng(): Request {
  return sendPng(sample("90210_42-two-lines.png"));
}

/** The digit as an instance of KServe's first protocol. */
export function sevenAsInstance(): Request {
  return sendJson({ instances: [{ b64: seven.toString("base64") }] });
}

/** The digit as a tensor. */
export function sevenAsTensor(): Request {
  const data = Array.from(toPixels(decodeImage(seven, defaultLimits), "auto", noJudge));
  return sendJson({ inputs: [{ name: "input", datatype: "UINT8", shape: [1, 784], data }] });
}

function sendPng(body: Uint8Array<ArrayBuffer>): Request {
  return { method: "POST", body, headers: { "Content-Type": "image/png" } };
}

function sendJson(value: object): Request {
  return {
    method: "POST",
    body: JSON.stringify(value),
    headers: { "Content-Type": "application/json" },
  };
}
