import { InputError } from "../../errors/InputError.ts";
import type { InferRequest } from "./inferRequest.ts";

/**
 * The bytes behind the JSON that are an input's data; undefined where its data is in the JSON. Its
 * size may be left out: as the only input, it has all of them.
 *
 * @param binary what stands behind the JSON
 * @throws InputError 400 where there is no data, or another size than is told
 */
export function binaryData(
  { data, parameters }: InferRequest["inputs"][0],
  binary: Uint8Array,
): Uint8Array | undefined {
  const untold = data || binary.length === 0 ? undefined : binary.length;
  const size = parameters?.binary_data_size ?? untold;
  if (!data === (size === undefined)) {
    throw new InputError(400, "The input needs either data or the parameter binary_data_size.");
  }
  if (binary.length !== (size ?? 0)) {
    throw new InputError(
      400,
      `${binary.length} bytes stand behind the JSON; binary_data_size tells of ${size ?? 0}.`,
    );
  }
  return data ? undefined : binary;
}
