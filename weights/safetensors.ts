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

  const { __metadata__, ...entries } = parseHeader(new Uint8Array(file, LENGTH_BYTES, headerBytes));
  const tensors = new Map<string, Tensor>();
  let end = 0;
  for (const [name, entry] of Object.entries(entries).toSorted(byOffset)) {
    if (!isEntry(entry))
      throw new Error(`${name} has no dtype, shape and data_offsets in the header`);
    const { dtype, shape, data_offsets } = entry;
    const [from, to] = data_offsets;
    if (from !== end || to < from || start + to > file.byteLength) {
      throw new Error(
        `${name} lies at bytes ${from} to ${to}; expected from ${end}, within the file's ` +
          `${file.byteLength - start}`,
      );
    }
    end = to;
    tensors.set(name, { dtype, shape, data: new Uint8Array(file, start + from, to - from) });
  }
  if (start + end !== file.byteLength) {
    throw new Error(`the tensors end at byte ${end} of ${file.byteLength - start}`);
  }
  return {
    metadata: isRecord(__metadata__) ? (__metadata__ as Record<string, string>) : {},
    tensors,
  };
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw new Error("not a safetensors file: its header is not JSON");
  }
  if (!isRecord(header)) throw new Error("not a safetensors file: its header is not an object");
  return header;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is HeaderEntry {
  if (!isRecord(value) || typeof value.dtype !== "string") return false;
  return [value.shape, value.data_offsets].every(
    (numbers) => Array.isArray(numbers) && numbers.every(Number.isSafeInteger),
  );
}

/** Orders entries as their tensors lie in the file. */
function byOffset([, a]: [string, unknown], [, b]: [string, unknown]): number {
  return isEntry(a) && isEntry(b) ? a.data_offsets[0] - b.data_offsets[0] : 0;
}
