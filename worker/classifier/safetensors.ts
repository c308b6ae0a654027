/** A tensor in a safetensors file; `data` is a view of the file's own bytes. */
export interface Tensor {
  dtype: string;
  shape: number[];
  data: Uint8Array;
}

/** A safetensors file, read. */
export interface Safetensors {
  metadata: Record<string, string>;
  tensors: Map<string, Tensor>;
}

/** What a header that is as it should be says of a tensor. */
interface HeaderEntry {
  dtype: string;
  shape: number[];
  data_offsets: [number, number];
}

/** Bytes of the length that stands before the header. */
const LENGTH_BYTES = 8;

/**
 * Reads a safetensors file: a length (u64, little-endian), a JSON header of that length, and the
 * tensors one behind the other (https://huggingface.co/docs/safetensors).
 *
 * @throws Error that says where the file departs from the format
 */
export function readSafetensors(file: ArrayBuffer): Safetensors {
  if (file.byteLength < LENGTH_BYTES) {
    throw new Error(`not a safetensors file: ${file.byteLength} bytes are too few`);
  }
  const headerBytes = Number(new DataView(file).getBigUint64(0, true));
  const start = LENGTH_BYTES + headerBytes;
  if (start > file.byteLength) {
    throw new Error(
      `not a safetensors file: a header of ${headerBytes} bytes in a file of ${file.byteLength}`,
    );
  }

  const { __metadata__: metadata = {}, ...entries } = parseHeader(
    new Uint8Array(file, LENGTH_BYTES, headerBytes),
  );
  const tensors = new Map<string, Tensor>();
  for (const [name, { dtype, shape, data_offsets: offsets }] of Object.entries(entries)) {
    if (typeof dtype !== "string" || !Array.isArray(shape) || !Array.isArray(offsets)) {
      throw new Error(`${name} has no dtype, shape and data_offsets in the header`);
    }
    const [from, to] = offsets;
    if (!(0 <= from && from <= to && start + to <= file.byteLength)) {
      throw new Error(`${name} lies at bytes ${from} to ${to}, outside the file: it is cut short`);
    }
    tensors.set(name, { dtype, shape, data: new Uint8Array(file, start + from, to - from) });
  }
  return { metadata, tensors };
}

function parseHeader(
  bytes: Uint8Array,
): { __metadata__?: Record<string, string> } & Record<string, HeaderEntry> {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw new Error("not a safetensors file: its header is not JSON");
  }
}
