/** Counts requests by a key, as Cloudflare's rate-limiting binding does. */
export interface RateLimiter {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}
