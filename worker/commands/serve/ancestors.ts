import { readIfThere } from "../../files/readIfThere.ts";

/**
 * Which processes have started this one: its parent, and where the system tells (Linux), its
 * grandparent. npm is the latter: it runs a script in a shell. The text changes when one of them ends.
 */
export function ancestors(): string {
  const status = readIfThere(`/proc/${process.ppid}/status`)?.toString();
  return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status ?? "")?.[1]}`;
}
