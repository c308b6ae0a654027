/** What a weights file says of its model. */
export interface ModelMetadata {
  id: string;
  name: string;
  description: string;
  source: string;
  license: string;
}

/** A model, ready for the kernels. */
export interface PackedWeights {
  metadata: ModelMetadata;
  /** The bytes of the kernels' memory that hold the parameters. */
  parameters: Uint8Array;
}

/** Bytes of the length that stands before the metadata. */
const LENGTH_BYTES = 4;

/**
 * Packs a model so that loading it takes no work: the length of the metadata (u32, little-endian),
 * the metadata as JSON, the parameters as the kernels' memory holds them.
 */
export function writePackedWeights({ metadata, parameters }: PackedWeights): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(metadata));
  const file = new Uint8Array(LENGTH_BYTES + json.length + parameters.length);
  new DataView(file.buffer).setUint32(0, json.length, true);
  file.set(json, LENGTH_BYTES);
  file.set(parameters, LENGTH_BYTES + json.length);
  return file;
}

/**
 * Reads packed weights.
 *
 * @returns parameters that are a view of the file
 * @throws Error if it is another file, as PyTorch's or a safetensors file is
 */
export function readPackedWeights(file: ArrayBuffer): PackedWeights {
  try {
    const length = new DataView(file).getUint32(0, true);
    const json = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      new Uint8Array(file, LENGTH_BYTES, length),
    );
    const metadata = JSON.parse(json);
    if (typeof metadata.id !== "string") throw new Error("no model's metadata");
    return { metadata, parameters: new Uint8Array(file, LENGTH_BYTES + length) };
  } catch {
    throw new Error(
      `these ${file.byteLength} bytes are not packed weights, as \`npm run build\` makes them in ` +
        "build/mnist-classifier.bin",
    );
  }
}
