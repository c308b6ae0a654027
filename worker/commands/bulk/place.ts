import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readIfThere } from "../../files/readIfThere.ts";

/** The Worker's configuration, from the project's folder on. */
export const CONFIG = "worker/bulk/wrangler.toml";

/** Where the local bucket is kept: not below worker/, whose changes have the other Worker built anew. */
export const STATE = ".wrangler/bulk";

const TOKEN = join(STATE, "token");

/** Where the Worker serves locally, [dev] in its configuration. */
export const LOCAL = "http://localhost:5001";

/** The token of the local Worker, made at first use: pages in a browser can reach localhost, too. */
export function localToken(): string {
  const { BULK_TOKEN } = process.env;
  if (BULK_TOKEN) return BULK_TOKEN;
  const kept = readIfThere(TOKEN)?.toString();
  if (kept) return kept;
  const token = randomBytes(24).toString("hex");
  mkdirSync(STATE, { recursive: true });
  writeFileSync(TOKEN, token, { mode: 0o600 });
  return token;
}
