import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { InputError } from "../../errors/InputError.ts";

/** Why a picture is not read; without a status where its file could not be. */
export interface Trouble {
  status?: number;
  message: string;
}

/** What became of a file. */
export type Outcome<Result> = { file: string } & (Result | { error: Trouble });

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
    return { file, error: troubleOf(error) };
  }
}

/**
 * Why a picture is not read, in words.
 *
 * @throws the error itself where it is a fault of this program
 */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof InputError) return { status: error.status, message: error.message };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { message: TROUBLES[code] ?? message };
}
