import type { Context } from "hono";
import type { Classification } from "../../classifier/classifier.ts";
import { InputError } from "../../errors/InputError.ts";
import {
  type InferRequest,
  OUTPUTS,
  type OutputName,
  type RequestedOutput,
} from "./inferRequest.ts";

/** The header that tells how many of a message's bytes are JSON. */
export const JSON_LENGTH_HEADER = "Inference-Header-Content-Length";

/** An output tensor with its values. */
interface Tensor {
  name: OutputName;
  datatype: string;
  shape: number[];
  values: Float32Array | number[];
}

/**
 * The outputs that a request asks for; all where it names none.
 *
 * @throws InputError 400 for one that is named twice
 */
export function requestedOutputs({ outputs }: InferRequest): RequestedOutput[] {
  const named = outputs ?? [];
  if (new Set(named.map(({ name }) => name)).size < named.length) {
    throw new InputError(400, "An output is named more than once. Name each once.");
  }
  return named.length > 0 ? named : OUTPUTS.map(({ name }) => ({ name }));
}

/** Answers outputs as JSON, or as bytes behind it. */
export function inferAnswer(
  c: Context,
  { id, parameters }: InferRequest,
  requested: RequestedOutput[],
  model: { model_name: string; model_version: string },
  results: Classification[],
): Response {
  const allBinary = parameters?.binary_data_output ?? false;
  const binaries: Uint8Array[] = [];
  const outputs = requested.map((wanted) => {
    const { values, ...tensor } = tensorOf(wanted.name, results);
    if (!(wanted.parameters?.binary_data ?? allBinary)) {
      return { ...tensor, data: Array.from(values) };
    }
    const bytes = toBytes(values);
    binaries.push(bytes);
    return { ...tensor, parameters: { binary_data_size: bytes.length } };
  });
  const json = { ...model, ...(typeof id === "string" && { id }), outputs };
  if (binaries.length === 0) return c.json(json);

  const head = new TextEncoder().encode(JSON.stringify(json));
  return c.body(concat([head, ...binaries]), 200, {
    "Content-Type": "application/octet-stream",
    [JSON_LENGTH_HEADER]: String(head.length),
  });
}

/** The parts one behind the other. */
function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function tensorOf(name: OutputName, results: Classification[]): Tensor {
  if (name === "label") {
    const values = results.map(({ digit }) => digit);
    return { name, datatype: "INT64", shape: [results.length], values };
  }
  const [first] = results;
  const values = new Float32Array(results.length * first[name].length);
  results.forEach((result, i) => {
    values.set(result[name], i * first[name].length);
  });
  return { name, datatype: "FP32", shape: [results.length, first[name].length], values };
}

/** Little-endian, as WebAssembly's memory is; labels take eight bytes each. */
function toBytes(values: Float32Array | number[]): Uint8Array {
  const array = Array.isArray(values) ? BigInt64Array.from(values, BigInt) : values;
  return new Uint8Array(array.buffer);
}
