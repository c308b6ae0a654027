import { readFileSync } from "node:fs";
import type { GenericSchema } from "valibot";
import { decodeImage, IMAGE_TYPES } from "../../image/decodeImage.ts";
import { defaultLimits } from "../../settings/limits.ts";
import { toPixels } from "../../writing/toPixels.ts";
import type { Content, Request } from "./Operation.ts";

/** Bytes as they are. */
export const octets = { schema: { type: "string", format: "binary" } };

const seven = readFileSync(new URL("../../../samples/7.png", import.meta.url));

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

/** A request with a sample as its body. */
export function sevenPng(): Request {
  return { method: "POST", body: seven, headers: { "Content-Type": "image/png" } };
}

/** The same sample as an instance of KServe's first protocol. */
export function sevenAsInstance(): Request {
  return sendJson({ instances: [{ b64: seven.toString("base64") }] });
}

/** The same sample as a tensor. */
export function sevenAsTensor(): Request {
  const data = Array.from(toPixels(decodeImage(seven, defaultLimits)));
  return sendJson({ inputs: [{ name: "input", datatype: "UINT8", shape: [1, 784], data }] });
}

function sendJson(value: object): Request {
  return {
    method: "POST",
    body: JSON.stringify(value),
    headers: { "Content-Type": "application/json" },
  };
}
