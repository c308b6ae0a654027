import type { DeadLetter } from "../../bulk/deadLetters.ts";
import { eachOf } from "../../bulk/eachOf.ts";
import { FAILED, IN, OUT, OUT_PACKS, type Version } from "../../bulk/objectNames.ts";
import type { Client } from "./Client.ts";

/** Objects that are fetched at once. */
const WIDTH = 16;

/** The result of an object: the line of a picture, or the name of a pack's lines. */
export type ObjectResult = { line: string } | { lines: string };

/** How far the pictures in the bucket are read. */
export interface Findings {
  /** One for each object that is read, by its key, in the order of the keys. */
  results: Map<string, ObjectResult>;
  /** The keys of the objects that have no result in the version that they are in now. */
  waiting: string[];
  /** What has failed for good, by the names of the objects that tell. */
  failed: Map<string, DeadLetter>;
}

/**
 * Joins what batches have written: of lines about the same version of an object, which come of messages
 * that were delivered more than once, one is kept, and of versions that there have been the present one.
 */
export async function findResults(client: Client): Promise<Findings> {
  const inputs = new Map((await client.list(IN)).map(({ key, etag }) => [key, etag]));
  const results = new Map<string, ObjectResult>();
  const keep = ({ key, etag }: Version, result: ObjectResult) => {
    // An object that has been deleted since keeps its last result.
    if (!inputs.has(key) || inputs.get(key) === etag) results.set(key, result);
  };
  const outputs = (await client.list(OUT)).map(({ key }) => key);
  const texts = await fetchAll(
    client,
    outputs.filter((key) => !key.startsWith(OUT_PACKS)),
  );
  for (const text of texts) {
    for (const line of text.split("\n").filter(Boolean)) keep(JSON.parse(line), { line });
  }
  for (const name of outputs.filter((key) => key.startsWith(OUT_PACKS))) {
    const [, key, etag] = /^(.*)\/([^/]+)\.jsonl$/.exec(name.slice(OUT_PACKS.length)) ?? [];
    keep({ key, etag }, { lines: name });
  }
  const letters = (await client.list(FAILED)).map(({ key }) => key);
  const failed = new Map(
    (await fetchAll(client, letters)).map((text, i) => [letters[i], JSON.parse(text)] as const),
  );
  const failedKeys = new Set([...failed.values()].map(({ message }) => keyOf(message)));
  return {
    results: new Map([...results].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    waiting: [...inputs.keys()].filter((key) => !results.has(key) && !failedKeys.has(key)),
    failed,
  };
}

/** Which object a message is about. */
export function keyOf(message: unknown): string | undefined {
  const { object, pack } = (message ?? {}) as { object?: { key: string }; pack?: { key: string } };
  return (object ?? pack)?.key;
}

async function fetchAll(client: Client, keys: string[]): Promise<string[]> {
  const texts: string[] = [];
  await eachOf([...keys.entries()], WIDTH, async ([i, key]) => {
    texts[i] = await (await client.get(key)).text();
  });
  return texts;
}
