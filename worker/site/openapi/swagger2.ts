import type { Described, OpenApi } from "./document.ts";

/** Below which the routes are that the tutorial's clients know. */
const TUTORIAL_PATH = "/model/";

/** Describes MAX's routes in Swagger 2.0, as its clients expect: a form field is a parameter. */
export function toSwagger2({ info, paths }: OpenApi): object {
  const routes = Object.entries(paths).filter(([path]) => path.startsWith(TUTORIAL_PATH));
  return {
    swagger: "2.0",
    // An SPDX identifier is unknown to it.
    info: { ...info, license: { name: info.license.name } },
    basePath: "/",
    consumes: ["multipart/form-data"],
    produces: ["application/json"],
    paths: Object.fromEntries(
      routes.map(([path, operations]) => [
        path,
        Object.fromEntries(
          Object.entries(operations).map(([method, operation]) => [method, convert(operation)]),
        ),
      ]),
    ),
  };
}

function convert({ parameters, requestBody, responses, security: _, ...operation }: Described) {
  return {
    ...operation,
    parameters: [
      ...parameters.map(({ schema, ...parameter }) => ({ ...parameter, ...toSwaggerType(schema) })),
      ...(requestBody ? [{ name: "file", in: "formData", type: "file", required: true }] : []),
    ],
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, { description, content }]) => [
        status,
        { description, ...convertContent(content) },
      ]),
    ),
  };
}

function convertContent(content: object = {}) {
  const [json] = Object.entries(content)
    .filter(([type]) => type === "application/json")
    .map(([, value]) => value);
  if (!json) return {};
  return { schema: toSwaggerType(json.schema), examples: { "application/json": json.example } };
}

/** Swagger 2.0 has no `const`, and takes a type where there is an enum. */
function toSwaggerType<Schema>(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (value === null || typeof value !== "object" || key === "properties") return value;
    const { const: only, ...rest } = value;
    if (only !== undefined) return { ...rest, type: typeof only, enum: [only] };
    return "enum" in value && !("type" in value) ? { type: "string", ...value } : value;
  });
}
