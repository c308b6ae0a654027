import { app, json, pixelsOf, resultOf } from "./service.ts";

export const INFER = "/v2/models/mnist-classifier/infer";
export const LENGTH = "Inference-Header-Content-Length";

/** What PyTorch's ToTensor and Normalize(0.5, 0.5) make of grey levels, in their precision. */
export function normalised(pixels: Uint8Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(pixels, (grey) => {
    const scaled = Math.fround(grey / 255);
    return Math.fround(Math.fround(scaled - 0.5) / 0.5);
  });
}

/** Samples' grey levels, one behind the other. */
export function greyLevels(...digits: number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(digits.flatMap((digit) => [...pixelsOf(digit)]));
}

/** Values in arrays of arrays. */
export function nested(values: unknown[], [, ...rest]: number[]): unknown[] {
  if (rest.length === 0) return values;
  const size = rest.reduce((product, side) => product * side);
  return Array.from({ length: values.length / size }, (_, i) =>
    nested(values.slice(i * size, (i + 1) * size), rest),
  );
}

/** A sample as an input tensor. */
export function inputOf(...digits: number[]) {
  const data = [...greyLevels(...digits)];
  return { name: "input", datatype: "UINT8", shape: [digits.length, 784], data };
}

/** The outputs' tensors in JSON for some samples. */
export function outputsOf(...digits: number[]) {
  const results = digits.map(resultOf);
  const n = digits.length;
  const all = (key: "probabilities" | "logits") => results.flatMap((result) => [...result[key]]);
  return {
    probabilities: {
      name: "probabilities",
      datatype: "FP32",
      shape: [n, 10],
      data: all("probabilities"),
    },
    logits: { name: "logits", datatype: "FP32", shape: [n, 10], data: all("logits") },
    label: { name: "label", datatype: "INT64", shape: [n], data: results.map((r) => r.digit) },
  };
}

/** Sends a request in JSON, its values left out where they are undefined. */
export function infer(body: unknown, headers: Record<string, string> = {}) {
  return app.request(INFER, json(body, headers));
}

/** Sends a request with bytes behind its JSON. */
export function inferBinary(request: unknown, bytes: Uint8Array, headers = {}) {
  const head = new TextEncoder().encode(JSON.stringify(request));
  return app.request(INFER, {
    method: "POST",
    body: new Uint8Array([...head, ...bytes]),
    headers: {
      "Content-Type": "application/octet-stream",
      [LENGTH]: String(head.length),
      ...headers,
    },
  });
}

/** Reads an answer as tritonclient does: JSON, and behind it each output's bytes in turn. */
export async function readBinary(response: Response) {
  const body = await response.arrayBuffer();
  const jsonBytes = Number(response.headers.get(LENGTH));
  const answer = JSON.parse(new TextDecoder().decode(body.slice(0, jsonBytes)));
  const values: Record<string, (number | bigint)[]> = {};
  let at = jsonBytes;
  for (const { name, datatype, parameters, data } of answer.outputs) {
    if (!parameters) {
      values[name] = data;
      continue;
    }
    const view = new DataView(body, at, parameters.binary_data_size);
    at += parameters.binary_data_size;
    values[name] =
      datatype === "INT64"
        ? Array.from({ length: view.byteLength / 8 }, (_, i) => view.getBigInt64(i * 8, true))
        : Array.from({ length: view.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
  }
  return { answer, values, left: body.byteLength - at };
}
