import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** SHA-512 in hexadecimal digits, as sha512sum prints it. */
export function digest(bytes: Uint8Array): string {
  return createHash("sha512").update(bytes).digest("hex");
}

/** One SHA-512 over several files, their paths and what they hold. */
export function digestFiles(paths: string[]): string {
  const hash = createHash("sha512");
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}
