import { toJsonSchema } from "@valibot/to-json-schema";
import type { Hono } from "hono";
import type { GenericSchema } from "valibot";
import type { ServiceEnv } from "../../http/env.ts";
import { parameters } from "../../protocols/parameters.ts";
import { hasPlainErrors } from "../../protocols/protocols.ts";
import { errorSchema, plainErrorSchema } from "../../protocols/schemas.ts";
import { defaultInfo } from "../../settings/info.ts";
import type { Content, Operation } from "./Operation.ts";
import { operations } from "./operations.ts";
import { refusalMessages, refusals } from "./refusals.ts";

type App = Hono<ServiceEnv>;

/** What the access checks answer, of which only open operations have none. */
const ACCESS_ERRORS = [401, 429];

/** Those with Retry-After. */
const RETRIED = [429, 503];

/** What the parameters are for; what they may be, their schemas say. */
const PARAMETERS: Record<keyof typeof parameters, string> = {
  normalize:
    "Whether a picture is brought to the form of MNIST's: all that need it, every one, or none",
  topk: "How many digits to tell of each image, the likeliest first",
  threshold: "The least probability that a digit is told with",
};

/** A description of the API in OpenAPI 3.1. Its examples are what the service answers. */
export interface OpenApi {
  openapi: string;
  info: { license: { name: string; identifier: string } };
  servers: { url: string }[];
  paths: Record<string, Record<string, Described>>;
  [part: string]: unknown;
}

/** An operation as OpenAPI describes it. */
export interface Described {
  tags: string[];
  parameters: { name: string; in: string; schema: object; description: string }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; headers?: object; content?: object }>;
  [part: string]: unknown;
}

/**
 * Describes the API, by its operations and schemas.
 *
 * @param app the service, which answers the examples
 */
export async function describeApi(app: Hono<ServiceEnv>): Promise<OpenApi> {
  const messages = await refusalMessages(app);
  const paths: OpenApi["paths"] = {};
  for (const operation of operations) {
    paths[operation.path] ??= {};
    paths[operation.path][operation.method] = await describe(operation, app, messages);
  }
  return {
    openapi: "3.1.1",
    info: { ...defaultInfo, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: "/" }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  };
}

async function describe(
  operation: Operation,
  app: App,
  messages: Record<number, string>,
): Promise<Described> {
  const { id, tag, summary, description, path, body, answer, example, open = false } = operation;
  const response = await app.request(path, example);
  if (!response.ok) throw new Error(`${path}: its example is answered with ${response.status}`);
  const isPlain = hasPlainErrors(path);
  const errors = [...(operation.errors ?? []), ...(open ? [] : ACCESS_ERRORS)].toSorted();
  const sent = typeof example?.body === "string" ? JSON.parse(example.body) : undefined;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(open ? {} : { security: [{}, { token: [] }] }),
    parameters: [
      ...(operation.parameters ?? []).map((name) => ({
        name,
        in: "query",
        description: PARAMETERS[name],
        schema: toSchema(parameters[name], "output"),
      })),
      ...Object.entries(operation.headers ?? {}).map(([name, header]) => ({
        name,
        in: "header",
        ...header,
      })),
    ],
    ...(body && { requestBody: { required: true, content: contentOf(body, "input", sent) } }),
    responses: {
      200: {
        description: "OK",
        headers: { "X-Request-Id": { schema: { type: "string" } } },
        content: contentOf(answer, "output", await response.json()),
      },
      ...Object.fromEntries(
        errors.map((status) => [
          status,
          {
            description: refusals[status].description,
            ...(RETRIED.includes(status) && {
              headers: { "Retry-After": { schema: { type: "integer" } } },
            }),
            content: contentOf(
              { "application/json": { schema: isPlain ? plainErrorSchema : errorSchema } },
              "output",
              isPlain
                ? { error: messages[status] }
                : { status: "error", message: messages[status] },
            ),
          },
        ]),
      ),
    },
  };
}

/** Content with its schemas as OpenAPI writes them; what is JSON gets the example. */
function contentOf(content: Content, mode: "input" | "output", example: unknown) {
  return Object.fromEntries(
    Object.entries(content).map(([type, { schema }]) => [
      type,
      {
        schema: "kind" in schema ? toSchema(schema as GenericSchema, mode) : schema,
        ...(type === "application/json" && example !== undefined && { example }),
      },
    ]),
  );
}

function toSchema(schema: GenericSchema, typeMode: "input" | "output"): object {
  const { $schema: _, ...converted } = toJsonSchema(schema, {
    typeMode,
    target: "draft-2020-12",
    // Of what a custom schema checks, all here are arrays.
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === "custom" ? { type: "array" } : undefined,
  });
  return converted;
}
