import { putMessage } from "../../bulk/messages.ts";
import type { Client } from "./Client.ts";
import { findResults } from "./findResults.ts";

/**
 * Sends a message again of each object that has no result. Of packs, the Worker reads what is not done.
 *
 * @param sent the keys of those whose message has just been sent
 */
export async function resume(client: Client, sent: ReadonlySet<string> = new Set()): Promise<void> {
  const keys = (await findResults(client)).waiting.filter((key) => !sent.has(key));
  await client.send(keys.map(putMessage));
  console.log(`${keys.length} objects without a result are sent again`);
}
