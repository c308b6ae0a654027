import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../runtimes/server.ts";

/** How a server is started. */
export interface Command {
  program: string;
  args: string[];
  /** Beside the environment of this process. */
  env?: Record<string, string>;
}

/** A server that runs. */
export interface Running {
  url: string;
  /** Seconds of CPU time that it has taken so far, on Linux. */
  cpuSeconds(): number | undefined;
  /** Of these, those of its main thread, in which workerd runs Workers: without V8's helpers. */
  mainThreadSeconds(): number | undefined;
  /** Bytes that are resident, and that were at the most, on Linux. */
  memory(): { resident: number; peak: number };
  stop(): Promise<void>;
}

/** How long a server may take to its first answer, and how often to ask, in milliseconds. */
const PATIENCE = 60_000;
const POLL = 1;

/** What has been started, and ends with this program. */
const children = new Set<ChildProcess>();

/** Sees to it that a process does not outlive this one. */
export function endWithUs(child: ChildProcess): void {
  children.add(child);
  child.once("exit", () => children.delete(child));
}

process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => process.exit(1));
}

/**
 * Starts a server, and waits until it answers a request with 200.
 *
 * @param command given the port to listen on
 * @param ask sends the request
 */
export async function startServer(
  command: (port: number) => Command,
  ask: (url: string) => Promise<Response>,
): Promise<Running> {
  const port = await freePort();
  const { program, args, env } = command(port);
  const child = spawn(program, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
  endWithUs(child);
  let complaints = "";
  child.stderr.on("data", (text) => {
    complaints += text;
  });
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + PATIENCE; ; await sleep(POLL)) {
    const status = await ask(url).then(consume, () => 0);
    if (status === 200) break;
    if (status !== 0 || child.exitCode !== null || Date.now() > deadline) {
      throw new Error(
        `${program} ${args.join(" ")} answers ${status || "nothing"}:\n${complaints}`,
      );
    }
  }
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return {
    url,
    cpuSeconds: () => readCpuSeconds(`/proc/${child.pid}/stat`),
    mainThreadSeconds: () => readCpuSeconds(`/proc/${child.pid}/task/${child.pid}/stat`),
    memory: () => readMemory(child.pid),
    stop,
  };
}

/** From /proc, which counts hundredths; undefined where there is none. */
function readCpuSeconds(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  // Behind the program's name, in brackets, stand the state and so on; these are utime and stime.
  const [, fields] = readFileSync(file, "utf8").split(") ");
  const [user, system] = fields.split(" ").slice(11, 13).map(Number);
  return (user + system) / 100;
}

function readMemory(pid?: number): { resident: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const bytes = (field: string) =>
    1024 * Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1]);
  return { resident: bytes("VmRSS"), peak: bytes("VmHWM") };
}

async function consume(response: Response): Promise<number> {
  await response.arrayBuffer();
  return response.status;
}
