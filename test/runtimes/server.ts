import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a server may take on a busy machine to its first answer, with the build, and to its end, in ms. */
const START = 150_000;
const STOP = 60_000;
const POLL = 100;

/**
 * Where servers listen: no system gives these ports to outgoing connections, which would take one that
 * was free before its server has started.
 */
const PORTS = { from: 10_000, to: 32_768 };

/** A server that a program runs. */
export interface Server {
  url: string;
  /** The process group of the program and all that it has started. */
  group: number;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Runs `npm COMMAND` on a port that is free, and waits until it answers. */
export function startServer(...command: string[]): Promise<Server> {
  return startProgram((port) => ["npm", ...command, "--", "--port", port]);
}

/**
 * Runs a program on a port that is free, and waits until it answers.
 *
 * @param command what to run for a port, which is in PORT, too
 * @param cwd in which folder
 */
export async function startProgram(
  command: (port: string) => string[],
  cwd?: string,
): Promise<Server> {
  const port = String(await freePort());
  const [program, ...args] = command(port);
  const env = { ...process.env, PORT: port };
  const child = spawn(program, args, { detached: true, env, cwd });
  const name = [program, ...args].join(" ");
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      printed += text;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  const server = {
    url,
    group: child.pid ?? 0,
    output: () => printed,
    stop: () => stop(child, url),
  };
  for (const deadline = Date.now() + START; Date.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`${name} has ended:\n${printed}`);
    if (await answers(url)) return server;
    await sleep(POLL);
  }
  await server.stop();
  throw new Error(`${name} has not answered:\n${printed}`);
}

/** Sends the program the signal alone, as a supervisor does, and waits until nobody answers any more. */
async function stop(child: ChildProcess, url: string): Promise<void> {
  child.kill("SIGTERM");
  for (const deadline = Date.now() + STOP; Date.now() < deadline; ) {
    if (!(await answers(url))) return;
    await sleep(POLL);
  }
  if (child.pid) process.kill(-child.pid, "SIGKILL");
  throw new Error("the server goes on although its program was told to stop");
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
