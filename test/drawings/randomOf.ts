import { randomFrom } from "../unit/random.ts";
import type { Random } from "./chance.ts";

/**
 * Random numbers that hang on a kind's name, so that it stays as it is when others come beside it:
 * from a seed by FNV-1a.
 */
export function randomOf(name: string, seed: number): Random {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${name} ${seed}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return randomFrom(hash >>> 0);
}
