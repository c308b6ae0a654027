import type { ClientKey } from "./ClientKey.ts";
import type { MetricsDataset } from "./MetricsDataset.ts";
import type { RateLimiter } from "./RateLimiter.ts";
import type { Parser } from "./Setting.ts";

/** A limit; also its digits as text, which is what vars are. */
export const wholeNumber: Parser<number> = {
  expected: "a whole number, 1 or more",
  parse(value) {
    const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(number) && (number as number) >= 1 ? (number as number) : undefined;
  },
};

/** A day; timers take no more than 24. */
const MOST_SECONDS = 86_400;

/** A time in whole seconds; also as text. */
export const seconds: Parser<number> = {
  expected: `a whole number of seconds, 1 to ${MOST_SECONDS}`,
  parse(value) {
    const number = wholeNumber.parse(value);
    return number !== undefined && number <= MOST_SECONDS ? number : undefined;
  },
};

export const trueOrFalse: Parser<boolean> = {
  expected: "true or false",
  parse(value) {
    return ["true", "false"].includes(String(value)) ? String(value) === "true" : undefined;
  },
};

export const text: Parser<string> = {
  expected: "a text that is not empty",
  parse(value) {
    return typeof value === "string" && value.trim() !== "" ? value : undefined;
  },
};

/** What an Authorization header can carry (RFC 6750, section 2.1). */
export const token: Parser<string> = {
  expected: "letters, digits and -._~+/ with = at its end only",
  isSecret: true,
  parse(value) {
    return typeof value === "string" && /^[\w.~+/-]+=*$/.test(value) ? value : undefined;
  },
};

/** A list of origins (RFC 6454), as text with commas or spaces between them, or as an array. */
export const origins: Parser<string[]> = {
  expected:
    "a list of origins, scheme and host without a path, such as " +
    '"https://example.com, https://app.example.com"',
  parse(value) {
    const list = Array.isArray(value) ? value.map(String) : String(value).split(/[\s,]+/);
    const named = list.filter(Boolean);
    return named.length > 0 && named.every(isOrigin) ? named : undefined;
  },
};

export const rateLimiter: Parser<RateLimiter> = {
  expected: "a rate-limiting binding, [[ratelimits]] in wrangler.toml",
  isBinding: true,
  parse(value) {
    return typeof (value as RateLimiter).limit === "function" ? (value as RateLimiter) : undefined;
  },
};

export const metrics: Parser<MetricsDataset> = {
  expected: "an Analytics Engine binding, [[analytics_engine_datasets]] in wrangler.toml",
  isBinding: true,
  parse(value) {
    return typeof (value as MetricsDataset).writeDataPoint === "function"
      ? (value as MetricsDataset)
      : undefined;
  },
};

/** A function; vars name a header instead. */
export const clientKey: Parser<ClientKey> = {
  expected: "a function that names a request's client",
  parse(value) {
    return typeof value === "function" ? (value as ClientKey) : undefined;
  },
};

/** A header's name (RFC 9110, section 5.1). */
export const headerName: Parser<string> = {
  expected: "a header's name, such as X-Real-IP",
  parse(value) {
    return typeof value === "string" && /^[\w!#$%&'*+.^`|~-]+$/.test(value) ? value : undefined;
  },
};

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
