/**
 * Makes build/upng.js and build/inflate.js, the parts of upng-js and pako that are used: as each hangs together, no
 * bundler leaves out what nobody calls. Does nothing where neither has changed.
 *
 * `node worker/commands/build/buildDecoders.ts`
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestFiles } from "../../files/digest.ts";
import { readIfThere } from "../../files/readIfThere.ts";
import { replaceFile } from "../../files/replaceFile.ts";

/** The project's folder, from which all paths here are. */
process.chdir(join(import.meta.dirname, "..", "..", ".."));

/** A file of which a part is used. */
interface Decoder {
  source: string;
  output: string;
  /** How the statements, functions and cases begin that are left out. */
  leftOut: RegExp;
  /** The beginning of a statement whose value is left out, but not what hangs on it. */
  emptied?: RegExp;
}

const DECODERS: Decoder[] = [
  {
    source: "node_modules/upng-js/UPNG.js",
    output: "build/upng.js",
    // What encodes, what makes RGBA of decoded samples, and what walks over a file, inflates it and joins passes,
    // which is done around upng-js.
    leftOut:
      /^UPNG\.(encode|quantize|M4|toRGBA8|_copyTile|_bin|decode\._(IHDR|inflate|readInterlace))\b/,
    emptied: /^UPNG\.decode(?= =)/,
  },
  {
    source: "node_modules/pako/lib/zlib/inflate.js",
    output: "build/inflate.js",
    // What reads the headers of zlib and gzip, and dictionaries: PakoInflater has deflated data alone inflated.
    leftOut:
      /^(case (HEAD|FLAGS|TIME|OS|EXLEN|EXTRA|NAME|COMMENT|HCRC|DICTID|DICT):|function inflate(Init|End|GetHeader|SetDictionary)\b|exports\.inflate(?!Init2)\w)/,
  },
];

/** Holds the digest of what the files were made from. */
const STAMP = "build/decoders.sha512";

const sources = DECODERS.map(({ source }) => source);
const inputs = digestFiles([...sources, "worker/commands/build/buildDecoders.ts"]);
const areThere = DECODERS.every(({ output }) => existsSync(output));
if (!areThere || readIfThere(STAMP)?.toString() !== inputs) {
  for (const decoder of DECODERS) {
    const source = readFileSync(decoder.source, "utf8");
    const used = nextToIt(decoder, await leaveOut(decoder, source));
    replaceFile(decoder.output, used);
    console.log(`decoders: ${decoder.output} made, ${used.length} of ${source.length} bytes`);
  }
  replaceFile(STAMP, inputs);
}

/** Leaves out what a decoder is not used for. */
async function leaveOut({ source, leftOut, emptied }: Decoder, text: string): Promise<string> {
  // Loading the parser takes longer than parsing.
  const { parseSync, Visitor } = await import("rolldown/utils");
  const parts: string[] = [];
  let from = 0;
  const look = ({ start, end }: { start: number; end: number }) => {
    if (start < from) return;
    const part = text.slice(start, end);
    const [name] = emptied?.exec(part) ?? [];
    if (!name && !leftOut.test(part)) return;
    parts.push(text.slice(from, start), name ? `${name} = {};` : "");
    from = end;
  };
  new Visitor({ ExpressionStatement: look, FunctionDeclaration: look, SwitchCase: look }).visit(
    parseSync(source, text).program,
  );
  if (from === 0) throw new Error(`${source} has none of what is left out`);
  return [...parts, text.slice(from)].join("");
}

/** The modules that it requires stay where they are. */
function nextToIt({ source }: Decoder, text: string): string {
  const folder = source.slice("node_modules/".length, source.lastIndexOf("/"));
  return text.replace(/require\('(\.[^']+)'\)/g, (_, path) => `require('${join(folder, path)}')`);
}
