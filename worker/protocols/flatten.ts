import { InputError } from "../errors/InputError.ts";

/**
 * A tensor's values, row by row: as they stand, or nested as the shape is.
 *
 * @throws InputError 400 where they are nested otherwise
 */
export function flatten(data: unknown[], shape: readonly number[]): unknown[] {
  if (!Array.isArray(data[0])) return data;
  let level: unknown[] = [data];
  for (const side of shape) {
    if (!level.every((row) => Array.isArray(row) && row.length === side)) {
      throw new InputError(
        400,
        `The input's data is nested in another way than its shape, [${shape}].`,
      );
    }
    level = level.flat();
  }
  return level;
}
