import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** What a plain server of files knows: kernels and weights come without a type of theirs. */
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

/** Serves the folder of an example as any server of files would. */
export async function servePage(folder: string): Promise<{ url: string; close(): void }> {
  const server = createServer(async ({ url = "/" }, response) => {
    const path = join(folder, "browser", normalize(new URL(url, "http://localhost").pathname));
    const file = path.endsWith("/") ? `${path}index.html` : path;
    const bytes = await readFile(file).catch(() => null);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(bytes ? 200 : 404, { "Content-Type": type }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
