import type { TestProject } from "vitest/node";
import { startServer } from "../runtimes/server.ts";

/** Starts the bundle under workerd once, for every test of the project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer("run", "serve");
  project.provide("url", server.url);
  project.provide("group", server.group);
  return server.stop;
}

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server listens. */
    url: string;
    /** The process group that the server's processes are in. */
    group: number;
  }
}
