import type { BulkMessage } from "../../bulk/messages.ts";
import type { Client } from "./Client.ts";
import { findResults, keyOf } from "./findResults.ts";

/**
 * Lists what has failed for good.
 *
 * @param sends whether it is sent again, and forgotten
 */
export async function failed(client: Client, sends: boolean): Promise<void> {
  const found = (await findResults(client)).failed;
  for (const [name, { time, message }] of found) {
    console.log(`${time}  ${keyOf(message) ?? JSON.stringify(message)}`);
    if (!sends) continue;
    await client.send([message as BulkMessage]);
    await client.remove(name);
  }
  const what = sends ? "sent again" : "failed; --send sends them again";
  console.log(`${found.size} messages ${what}`);
}
