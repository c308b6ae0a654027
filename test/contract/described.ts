import { Validator } from "@cfworker/json-schema";
import { expect } from "vitest";
import openApi from "../../build/assets/openapi.json";
import { hasPlainErrors } from "../../worker/protocols/protocols.ts";

/** What an answer's description says, as far as it is looked at here. */
interface Described {
  responses: Record<string, { content: Record<string, { schema: object }> }>;
}

/** An answer, in the words of its description. */
export interface GivenAnswer {
  status: number;
  /** Its Content-Type. */
  type: string | null | undefined;
  body: string;
}

const paths: Record<string, Record<string, Described>> = openApi.paths;

/** The schemas of both wordings of an error. */
const [worded, plain] = ["/model/predict", "/models/mnist-classifier"].map(
  (path) => paths[path].post.responses[400].content["application/json"].schema,
);

/**
 * Expects that openapi.json describes an answer: its status, its type and its content. Beside what it
 * lists there are 404, 405 and 414, of any path; the pages and their files it does not describe.
 */
export function expectDescribed(method: string, path: string, answer: GivenAnswer): void {
  const { status, type, body } = answer;
  // Open Inference Protocol's own document has a slash at the end.
  const described = path.split("?")[0].replace(/^\/v2\/$/, "/v2");
  const operation = paths[described]?.[method === "HEAD" ? "get" : method.toLowerCase()];
  const what = `${method} ${path} answered ${status} ${type}: ${body.slice(0, 200)}`;
  if (!operation || [404, 405, 414].includes(status)) {
    if (type !== "application/json" || !body || path.endsWith(".json")) return;
    const schema = hasPlainErrors(described) ? plain : worded;
    expect(isValid(schema, JSON.parse(body)), what).toBe(true);
    return;
  }
  const { content } = operation.responses[status] ?? expect.fail(`not described: ${what}`);
  const { schema } = content[type ?? ""] ?? expect.fail(`not described: ${what}`);
  if (type === "application/json" && body)
    expect(isValid(schema, JSON.parse(body)), what).toBe(true);
}

function isValid(schema: object, value: unknown): boolean {
  return new Validator(schema, "2020-12").validate(value).valid;
}

/** Expects the same of a Response, which can still be read. */
export async function expectResponseDescribed(
  method: string,
  path: string,
  response: Response,
): Promise<void> {
  const body = await response.clone().text();
  expectDescribed(method, path, {
    status: response.status,
    type: response.headers.get("content-type"),
    body,
  });
}

/**
 * An app whose every answer is held to openapi.json: a route that it lacks, or an error in the wrong
 * words, fails the test that asks for it.
 */
export function heldToDescription<App extends Requestable>(app: App): App {
  const { request } = app;
  app.request = async (path: string, init?: RequestInit) => {
    const response = await request(path, init);
    await expectResponseDescribed(init?.method ?? "GET", path, response);
    return response;
  };
  return app;
}

/** As a Hono app answers without a server. */
interface Requestable {
  request: (path: string, init?: RequestInit) => Response | Promise<Response>;
}
