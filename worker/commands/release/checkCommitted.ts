import { spawnSync } from "node:child_process";

/**
 * Checks that the folder holds nothing but what HEAD has, ignored files apart.
 *
 * @param otherwise what else can be done than to commit, in a sentence
 * @throws Error that names what is not committed
 */
export function checkCommitted(otherwise = ""): void {
  const { status, stdout } = spawnSync("git", ["status", "--porcelain"], { encoding: "utf8" });
  if (status !== 0) throw new Error("this is not a git repository: use a clone");
  if (stdout.trim() !== "") {
    const remedy = `Commit or stash them. ${otherwise}`.trim();
    throw new Error(`there are changes that are not committed:\n${stdout}${remedy}`);
  }
}
