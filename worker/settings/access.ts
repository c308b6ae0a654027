/** Counts requests by a key, as Cloudflare's rate-limiting binding does. */
export interface RateLimiter {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** What may stand between the service and those who call it over HTTP; off where left out. */
export interface Doors {
  /** The bearer token that requests have to carry. */
  token?: string | undefined;
  rateLimiter?: RateLimiter | undefined;
  /** The origins whose pages may read the answers; `"*"` for all. */
  origins?: "*" | string[] | undefined;
}

/** The vars and secrets that `parseDoors` reads, beside the binding RATE_LIMITER. */
export const doorVars = ["API_TOKEN", "CORS_ENABLE", "CORS_ORIGINS"];

/** What an Authorization header can carry (RFC 6750, section 2.1). */
const TOKEN = /^[\w.~+/-]+=*$/;

/**
 * The doors that a Worker's environment asks for: the secret API_TOKEN, the binding RATE_LIMITER,
 * the vars CORS_ENABLE (as in MAX: true for all origins) and CORS_ORIGINS (a list).
 *
 * @throws Error for a value that cannot be meant; a door must not stay open by a slip
 */
export function parseDoors(env: Readonly<Record<string, unknown>>): Doors {
  const { API_TOKEN, RATE_LIMITER, CORS_ENABLE, CORS_ORIGINS } = env;
  return {
    token: given(API_TOKEN) ? parseToken(API_TOKEN) : undefined,
    rateLimiter: given(RATE_LIMITER) ? parseRateLimiter(RATE_LIMITER) : undefined,
    origins: parseOrigins(CORS_ENABLE, CORS_ORIGINS),
  };
}

function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function parseToken(value: unknown): string {
  if (typeof value === "string" && TOKEN.test(value)) return value;
  throw new Error("API_TOKEN has to be letters, digits and -._~+/ with = at its end, or absent.");
}

function parseRateLimiter(value: unknown): RateLimiter {
  if (typeof (value as RateLimiter).limit === "function") return value as RateLimiter;
  throw new Error(
    "RATE_LIMITER has to be a rate-limiting binding, [[ratelimits]] in wrangler.toml.",
  );
}

/** CORS_ORIGINS narrows what CORS_ENABLE opens, and opens it by itself where that one is absent. */
function parseOrigins(enable: unknown, list: unknown): Doors["origins"] {
  if (given(enable) && !["true", "false"].includes(String(enable))) {
    throw new Error(`CORS_ENABLE is ${JSON.stringify(enable)}. It has to be true or false.`);
  }
  if (String(enable) === "false") return undefined;
  if (!given(list)) return given(enable) ? "*" : undefined;
  const origins = String(list)
    .split(/[\s,]+/)
    .filter(Boolean);
  const wrong = origins.find(
    (origin) => !URL.canParse(origin) || new URL(origin).origin !== origin,
  );
  if (wrong !== undefined || origins.length === 0) {
    throw new Error(
      `CORS_ORIGINS has ${JSON.stringify(wrong ?? "")}. It has to be a list of origins, such as ` +
        '"https://example.com, https://app.example.com": scheme and host, nothing behind.',
    );
  }
  return origins;
}
