import { startServer } from "./http/processes.ts";
import { service } from "./http/targets.ts";
import { SEVEN } from "./requests.ts";

/** What reading pictures costs. */
export interface Cost {
  /** By how much the resident memory grows, at its peak. */
  mebibytes: number;
  milliseconds: number;
}

/** What a server answers that has as many bytes to read as it may. */
const BUSY = 503;

/** Sends a body so many times at once to a fresh server that has answered one request. */
export async function peakUnderWorkerd(
  body: Uint8Array<ArrayBuffer>,
  atOnce: number,
): Promise<Cost> {
  const server = await startServer(service().command, (url) => post(url, SEVEN));
  const before = server.memory().resident;
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: atOnce }, () => insist(server.url, body)));
  const milliseconds = performance.now() - start;
  for (const answer of answers) {
    // No such file shows a digit.
    if (answer.status !== 422 && answer.status !== 200) throw new Error(await answer.text());
  }
  const mebibytes = (server.memory().peak - before) / 2 ** 20;
  await server.stop();
  return { mebibytes, milliseconds };
}

function post(url: string, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  return fetch(`${url}/model/predict`, { method: "POST", body });
}

/** Posts again as long as the server is too busy to read the body. */
async function insist(url: string, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  // Node's client does not read an early 503 while it writes.
  const answer = await post(url, body).catch(() => undefined);
  return answer && answer.status !== BUSY ? answer : insist(url, body);
}
