import type { Frame } from "./frame.ts";
import { broken, notDecoded } from "./refusals.ts";

/** Scans that a file may have; cameras and programs write about ten. */
const MAX_SCANS = 100;

/** A file's scans. */
export interface Scans {
  count: number;
  /** Whether the first has all components of the frame. */
  interleaved: boolean;
}

/**
 * Counts a scan by its header (T.81, B.2.3), before anything of it is decoded: a file of 30 KB with
 * thousands of scans keeps a decoder busy for seconds.
 *
 * @param parameters of the header, behind its length
 * @throws InputError 400 if the header is not legal, or the scans are too many
 */
export function countScan(scans: Scans, parameters: Uint8Array, { components }: Frame): Scans {
  const listed = parameters[0] ?? 0;
  if (parameters.length !== 4 + 2 * listed || listed === 0) {
    throw broken(`a scan header has ${parameters.length} bytes for ${listed} components`);
  }
  const ids = Array.from({ length: listed }, (_, i) => parameters[1 + 2 * i]);
  if (components.filter(({ id }) => ids.includes(id)).length !== listed) {
    throw broken("a scan has components that are not in its frame");
  }
  const count = scans.count + 1;
  if (count > MAX_SCANS) throw notDecoded(`has more than ${MAX_SCANS} scans`);
  return {
    count,
    interleaved: count === 1 ? listed === components.length : scans.interleaved,
  };
}
