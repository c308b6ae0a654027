import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Checkout, checkOut } from "./checkout.ts";

describe("npm run deploy", () => {
  let checkout: Checkout;
  const deploy = () =>
    checkout.run("npm", "run", "--silent", "deploy", "--", "--dry-run", "--env", "staging");
  beforeAll(() => {
    checkout = checkOut();
    symlinkSync(
      fileURLToPath(new URL("../../node_modules", import.meta.url)),
      join(checkout.folder, "node_modules"),
    );
  });
  afterAll(() => checkout?.remove());

  it("refuses what is not committed", () => {
    const file = join(checkout.folder, "worker", "unfinished.ts");
    writeFileSync(file, "");
    const { status, output } = deploy();
    rmSync(file);
    expect(status).toBe(1);
    expect(output).toMatch(/not committed:\n.*worker\/unfinished.ts\nCommit or stash/s);
  });

  it("refuses what was not built, or from other sources", () => {
    const { status, output } = deploy();
    expect(status).toBe(1);
    expect(output).toMatch(/the build was older than its sources, or there was none/);
  });

  it("hands what is built and committed to wrangler", () => {
    const { status, output } = deploy();
    expect(output).toContain("--dry-run: exiting now.");
    expect(status).toBe(0);
  });

  it("refuses weights that are not the verified ones", () => {
    writeFileSync(join(checkout.folder, "weights", "mnist-classifier.safetensors"), "other");
    const git = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    checkout.run("git", ...git, "commit", "-qam", "Other weights");
    const { status, output } = deploy();
    expect(status).toBe(1);
    expect(output).toMatch(/is not the file that .*sha512sums.txt names/);
  });
});
