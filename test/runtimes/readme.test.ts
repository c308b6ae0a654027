import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listFiles } from "../../worker/files/listFiles.ts";
import { EXAMPLES } from "./install.ts";

/** The examples' files, as they stand there. */
const examples = listFiles(EXAMPLES).map((path) => readFileSync(join(EXAMPLES, path), "utf8"));

/** What a text shows in blocks of code, shell commands apart. */
function blocksOf(text: string): string[] {
  return Array.from(text.matchAll(/```(?:ts|js|toml|html)\n([\s\S]*?)```/g), ([, code]) => code);
}

it("the package's README shows the examples that are tested", () => {
  const blocks = blocksOf(readFileSync("worker/package/README.md", "utf8"));
  expect(blocks.length).toBeGreaterThan(5);
  for (const block of blocks) expect(examples).toContain(block);
});

it("the project's README does, where it tells how to embed it", () => {
  const [, section = ""] =
    /\n## Embed it\n([\s\S]*?)(?:\n## |$)/.exec(readFileSync("README.md", "utf8")) ?? [];
  for (const block of blocksOf(section)) expect(examples).toContain(block);
});
