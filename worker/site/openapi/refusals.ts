import { encode } from "fast-png";
import type { Hono } from "hono";
import type { ServiceEnv } from "../../http/env.ts";
import type { Request } from "./Operation.ts";

/** How the service refuses, by status. */
export interface Refusal {
  description: string;
  /**
   * A request that is refused with this status. The app that is described has no access checks, so
   * for theirs the message stands here.
   */
  example: Request | string;
}

const blank = new Uint8Array(
  encode({ width: 28, height: 28, data: new Uint8Array(784), channels: 1 }),
);

/** Each with a request to `POST /model/predict`. */
export const refusals: Readonly<Record<number, Refusal>> = {
  400: {
    description: "No image, a broken one, or an invalid parameter",
    example: { method: "POST", body: new TextEncoder().encode("GIF89a") },
  },
  401: {
    description: "No token, where the service needs one",
    example: "This service needs a token: -H 'Authorization: Bearer TOKEN'.",
  },
  408: {
    description: "A body that did not arrive in time",
    example: "The body did not arrive within 30 s. Send it again.",
  },
  413: {
    description: "Over a limit",
    example: { method: "POST", body: blank, headers: { "Content-Length": "99999999" } },
  },
  415: {
    description:
      "A body that is not an image nor declared as one, or compressed by other than gzip or deflate",
    example: { method: "POST", body: "7", headers: { "Content-Type": "text/plain" } },
  },
  422: {
    description: "A picture in which no digit can be made out",
    example: { method: "POST", body: blank },
  },
  429: {
    description: "Too many requests, where the service counts them",
    example: "Too many requests. Try again in 60 seconds.",
  },
  503: {
    description: "Other requests' bodies leave no room",
    example: "The service is reading as much as it can. Try again in 1 s.",
  },
};

/** The message of each refusal. */
export async function refusalMessages(app: Hono<ServiceEnv>): Promise<Record<number, string>> {
  const messages = Object.entries(refusals).map(async ([status, { example }]) => {
    if (typeof example === "string") return [status, example];
    const response = await app.request("/model/predict", example);
    if (response.status !== Number(status)) {
      throw new Error(`the example of ${status} is answered with ${response.status}`);
    }
    return [status, (await response.json()).message];
  });
  return Object.fromEntries(await Promise.all(messages));
}
