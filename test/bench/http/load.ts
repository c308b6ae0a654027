import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { canvas } from "../pictures/drawnPngs.ts";
import { type Body, multipartOf, SEVEN } from "../requests.ts";
import { endWithUs, type Running } from "./processes.ts";
import { FOLDER } from "./targets.ts";

/** What a client sees under load. */
export interface Load {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** The server's CPU time for a request, in microseconds; NaN where that is not known. */
  cpu: number;
}

/** What a page's canvas gives, as most people send it: 280×280 pixels in RGBA. */
const CANVAS = await canvas(280);

/** The two ways to upload a PNG, of 28×28 pixels and of a canvas. */
export const BODIES: Record<"raw" | "multipart" | "canvas, raw" | "canvas, multipart", Body> = {
  raw: { body: SEVEN, type: "image/png" },
  multipart: multipartOf(SEVEN),
  "canvas, raw": { body: CANVAS, type: "image/png" },
  "canvas, multipart": multipartOf(CANVAS),
};
export type BodyKind = keyof typeof BODIES;

/** Those that every server takes. */
export const SMALL: readonly BodyKind[] = ["raw", "multipart"];

/** One thread of wrk's is enough to keep one of workerd's busy, with this many requests at once. */
const CONNECTIONS = 16;

const PREDICT = "/model/predict";
const script = fileURLToPath(new URL("post.lua", import.meta.url));
const run = promisify(execFile);

/** @throws Error that says how to get wrk */
export function checkWrk(): void {
  if (spawnSync("wrk", ["--version"]).error) {
    throw new Error("wrk is not on the PATH; Debian and Homebrew have it as the package wrk");
  }
}

/** Posts once, as the load will. */
export function post(url: string, { body, type }: Body): Promise<Response> {
  return fetch(url + PREDICT, { method: "POST", headers: { "Content-Type": type }, body });
}

/**
 * Puts load on a server for some seconds.
 *
 * @throws Error where an answer is none
 */
export async function load(
  { url, cpuSeconds }: Running,
  { body, type }: Body,
  seconds: number,
): Promise<Load> {
  const file = join(FOLDER, "body");
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, body);
  const options = ["-t1", `-c${CONNECTIONS}`, `-d${seconds}s`, "-s", script];
  const before = cpuSeconds() ?? Number.NaN;
  const running = run("wrk", [...options, url + PREDICT, "--", file, type]);
  endWithUs(running.child);
  const { stdout } = await running;
  const result = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.requests} requests failed`);
  return {
    requestsPerSecond: result.requests / (result.duration / 1e6),
    p50: result.p50 / 1000,
    p99: result.p99 / 1000,
    cpu: (1e6 * ((cpuSeconds() ?? Number.NaN) - before)) / result.requests,
  };
}
