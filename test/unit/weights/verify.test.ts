import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runTool } from "../commands/run.ts";

const WEIGHTS = "mnist-classifier.safetensors";
const SUMS = "sha512sums.txt";
const source = new URL("../../../weights/", import.meta.url);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weights-"));
  for (const name of [WEIGHTS, SUMS]) copyFileSync(new URL(name, source), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

const verify = () => runTool("weights/verify.ts", folder);
const digest = (bytes: Uint8Array) => createHash("sha512").update(bytes).digest("hex");

describe("weights/verify.ts", () => {
  it("accepts the project's own weights", () => {
    expect(verify()).toMatchObject({ status: 0, stderr: "" });
  });

  it("refuses an altered file, naming it, both digests and the remedy", () => {
    const bytes = readFileSync(join(folder, WEIGHTS));
    const expected = digest(bytes);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(join(folder, WEIGHTS), bytes);

    const { status, stderr } = verify();
    expect(status).toBe(1);
    for (const part of [WEIGHTS, expected, digest(bytes), "git checkout", "weights/export.py"]) {
      expect(stderr).toContain(part);
    }
  });

  it.each([WEIGHTS, SUMS])("refuses to go on without %s", (name) => {
    unlinkSync(join(folder, name));
    const { status, stderr } = verify();
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`${name} is missing`));
  });

  it("refuses sums that do not name the weights", () => {
    writeFileSync(join(folder, SUMS), `${"0".repeat(128)}  other.safetensors\n`);
    expect(verify()).toMatchObject({ status: 1, stderr: expect.stringContaining("has no line") });
  });

  it("refuses a file that is not MyConvNet, though its digest is right", () => {
    const text = readFileSync(join(folder, WEIGHTS), "latin1").replace("[32,96]", "[96,32]");
    const bytes = Buffer.from(text.replace("[32, 96]", "[96, 32]"), "latin1");
    writeFileSync(join(folder, WEIGHTS), bytes);
    writeFileSync(join(folder, SUMS), `${digest(bytes)}  ${WEIGHTS}\n`);
    expect(verify()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("fc1.weight is F32 [96, 32], expected F32 [32, 96]"),
    });
  });
});
