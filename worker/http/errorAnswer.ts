import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ServiceEnv } from "./env.ts";

/**
 * Answers an error as the protocol that was called words it: `{ status: "error", message }` as MAX
 * and the service as a whole, `{ error }` as Hugging Face, KServe and the Open Inference Protocol.
 */
export function errorAnswer(
  c: Context<ServiceEnv>,
  message: string,
  status: ContentfulStatusCode,
  headers: Record<string, string> = {},
): Response {
  const body = c.get("hasPlainErrors") ? { error: message } : { status: "error", message };
  return c.json(body, status, headers);
}
