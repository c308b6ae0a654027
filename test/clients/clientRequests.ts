import { commandLineRequests } from "./requests/commandLine.ts";
import { compiledRequests } from "./requests/compiled.ts";
import { javascriptRequests } from "./requests/javascript.ts";
import { pythonRequests } from "./requests/python.ts";
import type { ClientRequest } from "./requests/wire.ts";

/**
 * What clients send by default: captured from them, or, where "by its source" is noted, written after it. Host and
 * Content-Length come from the test.
 */
export const clientRequests: ClientRequest[] = [
  ...commandLineRequests,
  ...pythonRequests,
  ...javascriptRequests,
  ...compiledRequests,
];
