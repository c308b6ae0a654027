import * as attw from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** The ways to resolve an import that cannot load ES modules; the package does not support them. */
const NO_MODULES: readonly string[] = ["node10", "node16-cjs"];

/**
 * Looks at a package as those who install it do: publint at what its package.json promises,
 * @arethetypeswrong/core at how TypeScript resolves its types.
 *
 * @param archive as `npm pack` makes it
 * @returns what is wrong, in words
 */
export async function checkPackage(archive: Uint8Array): Promise<string[]> {
  const bytes = new Uint8Array(archive);
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  const linted = messages.map((message) => `publint: ${formatMessage(message, pkg)}`);
  return [...linted, ...(await checkTypes(bytes))];
}

async function checkTypes(archive: Uint8Array): Promise<string[]> {
  const analysis = await attw.checkPackage(attw.createPackageFromTarballData(archive));
  if (!analysis.types) return ["types: there are none"];
  return analysis.problems
    .filter(
      (problem) => !("resolutionKind" in problem && NO_MODULES.includes(problem.resolutionKind)),
    )
    .map((problem) => `types: ${JSON.stringify(problem)}`);
}
