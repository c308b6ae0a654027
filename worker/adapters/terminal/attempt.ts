import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { InputError } from "../../errors/InputError.ts";

/** What became of a file. */
export type Outcome<Result> = { file: string } & (
  | Result
  // Without a status where the file could not be read.
  | { error: { status?: number; message: string } }
);

/** Why a file cannot be read, in words; for other codes Node's own message does. */
const TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: "No such file.",
  EISDIR: "Is a folder, not a file.",
  EACCES: "Permission denied.",
};

/** Works on a file, or on standard input for `-`. What is wrong with it comes back as data. */
export async function attempt<Result extends object>(
  file: string,
  work: (bytes: Uint8Array) => Result,
): Promise<Outcome<Result>> {
  try {
    const bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
    return { file, ...work(bytes) };
  } catch (error) {
    return { file, error: reasonOf(error) };
  }
}

function reasonOf(error: unknown): { status?: number; message: string } {
  if (error instanceof InputError) return { status: error.status, message: error.message };
  const { code, message } = error as NodeJS.ErrnoException;
  // Anything else is a fault of this program.
  if (code === undefined) throw error;
  return { message: TROUBLES[code] ?? message };
}
