import { describe, expect, it } from "vitest";
import { runTool } from "./run.ts";

const bulk = (...args: string[]) => runTool("worker/commands/bulk/bulk.ts", ...args);

/** Nothing listens there. */
const NOWHERE = "http://localhost:9";

describe("npm run bulk", () => {
  it("explains itself", () => {
    expect(bulk("--help")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/put DIR.*status.*get OUT\.jsonl.*resume.*failed/s),
    });
  });

  it.each([
    { args: ["put"] },
    { args: ["get", "a", "b"] },
    { args: ["status", "--send"] },
    { args: ["begin"] },
  ])("refuses $args with its usage", ({ args }) => {
    const { status, stderr } = bulk(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/not how it is called.*Usage: npm run bulk/s);
  });

  it("says where nothing answers, and what to do", () => {
    expect(bulk("status", "--url", NOWHERE)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`nothing answers on ${NOWHERE}: start it with npm run bulk`),
    });
  });

  it("puts nothing into a bucket that is not local", () => {
    expect(bulk("put", "samples", "--url", "https://bulk.example")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("put is for the local bucket"),
    });
  });
});
