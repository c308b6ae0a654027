import { readdirSync, readFileSync } from "node:fs";

/** The workerd process of a process group, from Linux's /proc. */
export function workerdIn(group: number): number {
  return workerdsIn(group)[0];
}

/** All of them; under wrangler dev the first is its proxy, and the last runs the Worker. */
export function workerdsIn(group: number): number[] {
  const found = readdirSync("/proc")
    .filter((entry) => {
      const stat = /^\d+$/.test(entry) ? statOf(Number(entry)) : undefined;
      return stat?.name === "workerd" && stat.group === group;
    })
    .map(Number)
    .toSorted((a, b) => a - b);
  if (found.length === 0) throw new Error(`no workerd in the process group ${group}`);
  return found;
}

/** The process that has started another one. */
export function parentOf(pid: number): number {
  const stat = statOf(pid);
  if (!stat) throw new Error(`process ${pid} has ended`);
  return stat.parent;
}

/** Whether a process goes on; one that has ended and that nobody has waited for does not. */
export function isRunning(pid: number): boolean {
  const state = statOf(pid)?.state;
  return state !== undefined && state !== "Z";
}

/** A process's memory in bytes: what is resident now, or was at most. */
export function memoryOf(pid: number, which: "VmRSS" | "VmHWM" = "VmRSS"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [, kilobytes] = new RegExp(`${which}:\\s*(\\d+) kB`).exec(status) ?? [];
  return 1024 * Number(kilobytes);
}

/** How many descriptors a process has open. */
export function descriptorsOf(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

function statOf(pid: number) {
  try {
    // pid (name) state parent group …
    const [, name, state, parent, group] =
      /^\d+ \((.*)\) (\S) (\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return { name, state, parent: Number(parent), group: Number(group) };
  } catch {
    return undefined; // it has ended
  }
}
