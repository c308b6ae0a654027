import { seconds, token, trueOrFalse, wholeNumber } from "../settings/parsers.ts";
import { readSettings, type Settings } from "../settings/readSettings.ts";
import { check, checkNames, type Parser } from "../settings/Setting.ts";

/** Everything that the bulk Worker's environment sets. */
export interface BulkSettings extends Pick<Settings, "limits" | "metrics"> {
  /** Whether every digit of a picture is read, or the one that it is taken to show. */
  reads: boolean;
  /** Messages of a batch whose objects are fetched at once. */
  concurrency: number;
  /** Pictures of a pack in one message. */
  rangePictures: number;
  /** Pictures of a pack. */
  packPictures: number;
  /** Seconds until a fault is tried again for the first time; then twice as long each time. */
  retrySeconds: number;
  /** What `npm run bulk -- … --url` has to show; nobody is let in without one. */
  token: string | undefined;
}

/** How the settings' names begin, where no other binding's name would. */
const PREFIX = "BULK_";

const NAMES = [
  "BULK_READ",
  "BULK_CONCURRENCY",
  "BULK_RANGE_PICTURES",
  "BULK_PACK_PICTURES",
  "BULK_RETRY_SECONDS",
  "BULK_TOKEN",
] as const;

/**
 * Reads the settings from the Worker's environment, the limits as the service does.
 *
 * @throws Error for an invalid value or a misspelt name
 */
export function readBulkSettings(env: Readonly<Record<string, unknown>>): BulkSettings {
  const given = Object.keys(env).filter((name) => name.startsWith(PREFIX));
  checkNames("setting", given, NAMES);
  const read = <Value, Default>(
    name: (typeof NAMES)[number],
    parser: Parser<Value>,
    otherwise: Default,
  ): Value | Default => {
    const value = env[name] ?? undefined;
    return value === undefined ? otherwise : check(name, parser, value);
  };
  const { limits, metrics } = readSettings(env);
  return {
    ...{ limits, metrics },
    reads: read("BULK_READ", trueOrFalse, false),
    // As many connections as a Worker may have open at once.
    concurrency: read("BULK_CONCURRENCY", wholeNumber, 6),
    rangePictures: read("BULK_RANGE_PICTURES", wholeNumber, 256),
    packPictures: read("BULK_PACK_PICTURES", wholeNumber, 100_000),
    retrySeconds: read("BULK_RETRY_SECONDS", seconds, 10),
    token: read("BULK_TOKEN", token, undefined),
  };
}
