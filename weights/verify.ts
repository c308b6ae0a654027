/**
 * Checks the weights against sha512sums.txt and MyConvNet's shapes, then puts them into build/.
 * Every build runs it; where anything is amiss it says what, and exits with 1.
 *
 * `node weights/verify.ts`, or `node weights/verify.ts FOLDER` to check those of another folder
 */
import { dirname, join, relative } from "node:path";
import { digest } from "../worker/files/digest.ts";
import { readIfThere } from "../worker/files/readIfThere.ts";
import { replaceFile } from "../worker/files/replaceFile.ts";
import { readWeights } from "./parameters.ts";

const WEIGHTS = "mnist-classifier.safetensors";
const SUMS = "sha512sums.txt";
const REMEDY =
  "To take the committed weights again: git checkout -- weights\n" +
  "To put your own in: python3 weights/export.py MODEL.pt";

const other = process.argv[2];
const folder = other ?? import.meta.dirname;
const root = dirname(import.meta.dirname);

const verified = verify(join(folder, WEIGHTS), join(folder, SUMS));
if (!other) replaceFile(join(root, "build", WEIGHTS), verified);
console.log(`weights: ${name(join(folder, WEIGHTS))} verified`);

/** Returns the bytes that were checked. */
function verify(weights: string, sums: string): Buffer {
  const expected = digestIn(read(sums), WEIGHTS);
  if (!expected) fail(`${name(sums)} has no line "<SHA-512>  ${WEIGHTS}"`);
  const bytes = read(weights);
  const found = digest(bytes);
  if (found !== expected) {
    fail(
      `${name(weights)} is not the file that ${name(sums)} names\n` +
        `expected SHA-512 ${expected}\nfound    SHA-512 ${found}`,
    );
  }
  try {
    readWeights(new Uint8Array(bytes).buffer);
  } catch (error) {
    fail(`${name(weights)} does not hold MyConvNet: ${(error as Error).message}`);
  }
  return bytes;
}

/** A file's digest in the format of sha512sum: digest, a space, a space or an asterisk, name. */
function digestIn(sums: Buffer, file: string): string | undefined {
  const lines = sums.toString("utf8").split(/\r?\n/);
  const line = lines.find((text) => /^[0-9a-f]{128} [ *]/i.test(text) && text.slice(130) === file);
  return line?.slice(0, 128).toLowerCase();
}

function read(file: string): Buffer {
  return readIfThere(file) ?? fail(`${name(file)} is missing or cannot be read`);
}

function name(file: string): string {
  return relative(root, file);
}

function fail(what: string): never {
  console.error(`weights: ${what}\n${REMEDY}`);
  process.exit(1);
}
