/**
 * `npm run bench:worst`: what the worst request of each kind costs the bundle under workerd, within the
 * limits: the CPU time of its thread once V8 has optimised, and the memory that sixteen at once take beyond the idle
 * process. Settings come from the environment: `MAX_PIXELS=50000 npm run bench:worst`.
 */
import { readSettings, textSettings } from "../../../worker/settings/readSettings.ts";
import { startServer } from "../http/processes.ts";
import { service } from "../http/targets.ts";
import { type WorstRequest, worstRequests } from "./worstRequests.ts";

/** Requests before those that count, and those that do, in turn: CPU time comes in hundredths. */
const WARM_UP = 20;
const COUNT = 20;

const AT_ONCE = 16;

const MEBI = 2 ** 20;

const given = Object.fromEntries(textSettings.map((name) => [name, process.env[name]]));
const requests = worstRequests(readSettings(given).limits);

console.log(
  `${"worst request".padEnd(34)}${"bytes".padStart(9)}  status   CPU ms  MiB of ${AT_ONCE}`,
);
for (const request of requests) {
  const body = await request.body();
  const { status, milliseconds, mebibytes } = await cost(request, body);
  const cells = [
    String(body.length).padStart(9),
    String(status).padStart(6),
    milliseconds.toFixed(1).padStart(7),
    mebibytes.toFixed(0).padStart(9),
  ];
  console.log(request.kind.padEnd(34) + cells.join("  "));
}

async function cost({ path, headers }: WorstRequest, body: Uint8Array<ArrayBuffer>) {
  const server = await startServer(service().command, (url) => fetch(`${url}/health`));
  const send = async () => {
    const response = await fetch(server.url + path, { method: "POST", headers, body });
    await response.arrayBuffer();
    return response.status;
  };
  // Some are shed with 503, which Node's client does not read while it writes.
  const sendAmongOthers = () => send().catch(() => 503);
  const idle = server.memory().resident;
  let status = 0;
  for (let i = 0; i < WARM_UP; i++) status = await send();
  const before = server.mainThreadSeconds() ?? Number.NaN;
  for (let i = 0; i < COUNT; i++) await send();
  const milliseconds = (1000 * ((server.mainThreadSeconds() ?? Number.NaN) - before)) / COUNT;
  await Promise.all(Array.from({ length: AT_ONCE }, sendAmongOthers));
  const mebibytes = (server.memory().peak - idle) / MEBI;
  await server.stop();
  return { status, milliseconds, mebibytes };
}
