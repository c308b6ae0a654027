/**
 * Makes build/upng.js, the part of upng-js that is used: as all of it hangs on one object, no bundler leaves
 * out what nobody calls, and that is more than half. Does nothing where upng-js has not changed.
 *
 * `node worker/commands/build/buildUpng.ts`
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestFiles } from "../../files/digest.ts";
import { readIfThere } from "../../files/readIfThere.ts";
import { replaceFile } from "../../files/replaceFile.ts";

/** The project's folder, from which all paths here are. */
process.chdir(join(import.meta.dirname, "..", "..", ".."));

const SOURCE = "node_modules/upng-js/UPNG.js";
const OUTPUT = "build/upng.js";
/** Holds the digest of what the file was made from. */
const STAMP = "build/upng.sha512";

/**
 * What is left out, with all that hangs on it: what encodes, what makes RGBA of decoded samples, and what
 * walks over a file, inflates it and joins passes, which is done around upng-js.
 */
const LEFT_OUT =
  /^UPNG\.(encode|quantize|M4|toRGBA8|_copyTile|_bin|decode\._(IHDR|inflate|readInterlace))\b/;

/** A function that is left out, too, but for what hangs on it. */
const EMPTIED = /^UPNG\.decode(?= =)/;

const inputs = digestFiles([SOURCE, "worker/commands/build/buildUpng.ts"]);
if (!existsSync(OUTPUT) || readIfThere(STAMP)?.toString() !== inputs) {
  const source = readFileSync(SOURCE, "utf8");
  const decoder = await leaveOut(source);
  replaceFile(OUTPUT, decoder);
  replaceFile(STAMP, inputs);
  console.log(`upng: ${OUTPUT} made, ${decoder.length} of ${source.length} bytes`);
}

/** Leaves out the statements that assign what LEFT_OUT names, and empties that of EMPTIED. */
async function leaveOut(source: string): Promise<string> {
  // Loading the parser takes longer than parsing.
  const { parseSync, Visitor } = await import("rolldown/utils");
  const parts: string[] = [];
  let from = 0;
  new Visitor({
    ExpressionStatement({ start, end, expression }) {
      if (start < from || expression.type !== "AssignmentExpression") return;
      const statement = source.slice(start, end);
      const [emptied] = EMPTIED.exec(statement) ?? [];
      if (!emptied && !LEFT_OUT.test(statement)) return;
      parts.push(source.slice(from, start), emptied ? `${emptied} = {};` : "");
      from = end;
    },
  }).visit(parseSync(SOURCE, source).program);
  if (from === 0) throw new Error(`${SOURCE} has none of the members that are left out`);
  return [...parts, source.slice(from)].join("");
}
