import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { app } from "./service.ts";

/** The service over HTTP on a port that is free, for clients that know URLs alone. */
export async function serve(): Promise<{ url: string; close(): void }> {
  const server = createServer(async (message, answer) => {
    const { method = "GET", url, headers } = message;
    const hasBody = !["GET", "HEAD"].includes(method);
    const response = await app.request(String(url), {
      method,
      headers: headers as Record<string, string>,
      ...(hasBody && { body: Readable.toWeb(message), duplex: "half" }),
    } as RequestInit);
    answer.writeHead(response.status, Object.fromEntries(response.headers));
    answer.end(new Uint8Array(await response.arrayBuffer()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
