import { expect, it } from "vitest";
import { defaultLimits } from "../../worker/settings/limits.ts";
import { startServer } from "../bench/http/processes.ts";
import { service } from "../bench/http/targets.ts";
import { worstRequests } from "../bench/worst/worstRequests.ts";

const CLIENTS = 16;
const ROUNDS = 4;

/** Bytes beyond the idle process: an isolate's. */
const MOST = 128 * 2 ** 20;

it.each(worstRequests(defaultLimits))(
  `serves or sheds $kind, ${CLIENTS} at once, in bounded memory`,
  async ({ path, headers, body }) => {
    const server = await startServer(service().command, (url) => fetch(`${url}/health`));
    const idle = server.memory().resident;
    const bytes = await body();
    const statuses: number[] = [];
    const client = async () => {
      for (let round = 0; round < ROUNDS; round++) {
        // Node's client does not read an early 503 while it writes.
        const request = fetch(server.url + path, { method: "POST", headers, body: bytes });
        const { status } = await request.then(consumed, () => ({ status: 503 }));
        statuses.push(status);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ status: "ok" });
    const { peak } = server.memory();
    await server.stop();
    expect(statuses.filter((status) => status >= 500 && status !== 503)).toEqual([]);
    // Some are served, whatever comes at once.
    expect(statuses.some((status) => status !== 503)).toBe(true);
    expect(peak - idle).toBeLessThan(MOST);
  },
);

async function consumed(response: Response): Promise<Response> {
  await response.arrayBuffer();
  return response;
}
