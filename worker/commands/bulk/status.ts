import { PACKS } from "../../bulk/objectNames.ts";
import type { Client } from "./Client.ts";
import { findResults } from "./findResults.ts";

/** Prints how many objects wait, and how many pictures are done, refused and failed. */
export async function status(client: Client): Promise<void> {
  const { results, waiting, failed } = await findResults(client);
  let done = 0;
  let refused = 0;
  for (const result of results.values()) {
    const text = "line" in result ? result.line : await (await client.get(result.lines)).text();
    for (const line of text.split("\n").filter(Boolean)) {
      if ("error" in JSON.parse(line)) refused++;
      else done++;
    }
  }
  const ranges = (await client.list(PACKS)).filter(({ key }) => key.includes("/results/")).length;
  const inPacks =
    waiting.length > 0 && ranges > 0 ? `; of packs among them, ${ranges} ranges are done` : "";
  console.log(`waiting  ${waiting.length} objects${inPacks}`);
  console.log(`done     ${done} pictures`);
  console.log(`refused  ${refused} pictures`);
  console.log(`failed   ${failed.size} messages`);
}
