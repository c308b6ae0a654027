import type { Hono } from "hono";
import type { ServiceEnv } from "../http/env.ts";
import { huggingFaceRoutes } from "./huggingFace/huggingFaceRoutes.ts";
import { kserveRoutes } from "./kserve/kserveRoutes.ts";
import { maxRoutes } from "./max/maxRoutes.ts";
import { openInferenceRoutes } from "./openInference/openInferenceRoutes.ts";
import type { Service } from "./Service.ts";

/** A protocol that the service speaks. */
export interface Protocol {
  /** The path below which its routes are. */
  path: string;
  /** Whether its errors are `{ error }`, and not `{ status: "error", message }`. */
  hasPlainErrors: boolean;
  routes(service: Service): Hono<ServiceEnv>;
}

/** All of them. */
export const protocols: readonly Protocol[] = [
  { path: "/model", hasPlainErrors: false, routes: maxRoutes },
  { path: "/models", hasPlainErrors: true, routes: huggingFaceRoutes },
  { path: "/v1", hasPlainErrors: true, routes: kserveRoutes },
  { path: "/v2", hasPlainErrors: true, routes: openInferenceRoutes },
];

/** Whether errors at a path, known or not, are `{ error }`. */
export function hasPlainErrors(path: string): boolean {
  return protocols.some(
    (protocol) => protocol.hasPlainErrors && `${path}/`.startsWith(`${protocol.path}/`),
  );
}
