import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digest, digestFiles } from "../../../worker/files/digest.ts";
import { listFiles } from "../../../worker/files/listFiles.ts";
import { replaceFile } from "../../../worker/files/replaceFile.ts";

let folder: string;
beforeEach(() => {
  mkdirSync("build", { recursive: true });
  folder = mkdtempSync("build/files-");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("replaceFile", () => {
  it("makes the folders, writes the file and leaves nothing else", () => {
    replaceFile(join(folder, "a/b/c.txt"), "one");
    replaceFile(join(folder, "a/b/c.txt"), new TextEncoder().encode("two"));
    expect(readFileSync(join(folder, "a/b/c.txt"), "utf8")).toBe("two");
    expect(listFiles(folder)).toEqual(["a/b/c.txt"]);
    expect(listFiles("build").filter((path) => path.startsWith("c.txt"))).toEqual([]);
  });

  it("leaves a file untouched that holds the same already", () => {
    const path = join(folder, "same");
    replaceFile(path, "content");
    const { ino } = statSync(path);
    replaceFile(path, "content");
    expect(statSync(path).ino).toBe(ino);
    replaceFile(path, "other content");
    expect(statSync(path).ino).not.toBe(ino);
  });
});

describe("listFiles", () => {
  it("lists the files of a folder and below it, sorted, folders apart", () => {
    for (const path of ["b/2.png", "b.png", "a/empty/x"]) replaceFile(join(folder, path), path);
    rmSync(join(folder, "a/empty/x"));
    expect(listFiles(folder)).toEqual(["b.png", "b/2.png"]);
  });
});

describe("digest", () => {
  it("is SHA-512", () => {
    // The example of FIPS 180-4 for one block.
    expect(digest(new TextEncoder().encode("abc"))).toMatch(/^ddaf35a193617aba.*2a9ac94fa54ca49f$/);
  });

  it("of several files changes with a name and with what they hold", () => {
    const [a, b] = ["a", "b"].map((name) => join(folder, name));
    for (const path of [a, b]) writeFileSync(path, "same");
    const before = digestFiles([a]);
    expect(digestFiles([b])).not.toBe(before);
    writeFileSync(a, "other");
    expect(digestFiles([a])).not.toBe(before);
  });
});
