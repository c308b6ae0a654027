import { type ChildProcess, spawn } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";

/** How long a server may take to its first answer, in milliseconds; the builds are part of it. */
const START = 90_000;
const POLL = 100;

/** A server that an npm script runs. */
export interface Server {
  url: string;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Runs `npm COMMAND` on a port that is free, and waits until it answers. */
export async function startServer(...command: string[]): Promise<Server> {
  const port = await freePort();
  const child = spawn("npm", [...command, "--", "--port", String(port)], { detached: true });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      printed += text;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  const server = { url, output: () => printed, stop: () => stop(child) };
  for (const deadline = Date.now() + START; Date.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`npm ${command.join(" ")} has ended:\n${printed}`);
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return server;
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  await server.stop();
  throw new Error(`npm ${command.join(" ")} has not answered:\n${printed}`);
}

/** Ends npm and all that it has started, which are one process group. */
async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (child.exitCode === null && child.pid) process.kill(-child.pid, "SIGTERM");
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
