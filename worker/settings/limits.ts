import { check, checkNames, type Setting } from "./Setting.ts";
import { limitSettings } from "./table.ts";

/** What a request may ask for, and all together, by the names of limitSettings. */
export type Limits = { [Name in keyof typeof limitSettings]: number };

const limitNames = Object.keys(limitSettings) as (keyof Limits)[];

/** Limits, each made of its setting. */
export function limitsOf(make: (setting: Setting<number>) => number): Limits {
  const entries = limitNames.map((name) => [name, make(limitSettings[name])]);
  return Object.fromEntries(entries) as Limits;
}

/** The limits where nothing else is said. */
export const defaultLimits: Readonly<Limits> = limitsOf((setting) => setting.default);

/**
 * The limits given, and the defaults of the others.
 *
 * @throws Error for an unknown name or a value that is not a limit, such as NaN, which would let
 *   everything pass
 */
export function completeLimits(given: Partial<Limits>): Limits {
  checkNames("limit", Object.keys(given), limitNames);
  const complete = { ...defaultLimits, ...given };
  for (const name of limitNames) check(name, limitSettings[name], complete[name]);
  if (complete.maxBytesInFlight < complete.maxBodyBytes) {
    throw new Error(
      `maxBytesInFlight is ${complete.maxBytesInFlight}. It must be at least maxBodyBytes, ` +
        `${complete.maxBodyBytes}.`,
    );
  }
  return complete;
}
