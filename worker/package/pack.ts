/**
 * `npm run pack:here`: the installable package, build/mnist-classifier.tgz, checked as those who will
 * install it find it.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFiles } from "../files/listFiles.ts";
import { checkPackage } from "./check.ts";
import { declarations } from "./declarations.ts";
import { FOLDER, packageFiles } from "./packageFiles.ts";
import { report } from "./sizes.ts";
import { writeFolder } from "./writeFolder.ts";

const OUTPUT = "build/mnist-classifier.tgz";

process.chdir(dirname(dirname(import.meta.dirname)));

try {
  writeFolder(FOLDER, [...(await packageFiles()), ...declarations()]);
  pack();
  const findings = await checkPackage(readFileSync(OUTPUT));
  for (const finding of findings) console.error(`pack: ${finding}`);
  if (findings.length > 0) process.exitCode = 1;
  else console.log(await report(OUTPUT, FOLDER));
} catch (error) {
  console.error(`pack: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** npm makes the archive: it knows what npm installs. */
function pack(): void {
  const folder = mkdtempSync("build/pack-");
  try {
    const args = ["pack", `./${FOLDER}`, "--pack-destination", folder, "--silent"];
    const { status, stderr } = spawnSync("npm", args, {
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error(`npm pack failed:\n${stderr}`);
    renameSync(join(folder, listFiles(folder)[0]), OUTPUT);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
