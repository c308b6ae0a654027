/** What of the bucket is pictures and packs to be read. */
export const IN = "in/";

/** Where the results are, as lines of JSON. */
export const OUT = "out/";

/** What has failed for good, a message an object. */
export const FAILED = "failed/";

/** What is kept of packs until all their ranges are done, and their manifests. */
export const PACKS = "packs/";

/** Results of packs, below OUT. */
export const OUT_PACKS = `${OUT}packs/`;

/** An object of the bucket in one of its versions. */
export interface Version {
  key: string;
  etag: string;
}

/** For the results of a batch's pictures; in the order of time. */
export function newOutput(): string {
  return `${OUT}pictures/${new Date().toISOString()}-${crypto.randomUUID()}.jsonl`;
}

/** The objects of a pack. */
export function packNames({ key, etag }: Version) {
  const folder = `${PACKS}${key}/${etag}/`;
  const allPictures = `${folder}pictures/`;
  const results = `${folder}results/`;
  return {
    folder,
    manifest: `${folder}manifest.json`,
    /** Holds the pictures of each range, until the pack is done. */
    allPictures,
    pictures: (range: number) => allPictures + digits(range),
    /** Holds the results of the ranges that are done, until all are. */
    results,
    result: (range: number) => results + digits(range),
    output: `${OUT_PACKS}${key}/${etag}.jsonl`,
  };
}

/** Names of numbers sort as the numbers do. */
function digits(number: number): string {
  return String(number).padStart(8, "0");
}
